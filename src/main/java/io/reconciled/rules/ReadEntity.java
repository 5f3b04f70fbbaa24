package io.reconciled.rules;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads one rules file. */
final class ReadEntity {
  static final List<String> KEYS =
      List.of("entity", "key", "grace", "datasets", "rules", "schedule");
  static final List<String> KEY_KEYS = List.of("type");
  static final List<String> SCHEDULE_KEYS = List.of("sweep");
  private static final String CRON_FIX =
      "write \"second minute hour day month weekday\", as in \"0 0 3 * * ?\"";
  private static final Duration LONGEST_GRACE = Duration.ofHours(1);
  private static final List<String> KEY_TYPES =
      Arrays.stream(KeyType.values()).map(type -> type.name().toLowerCase(Locale.ROOT)).toList();
  private final KnownStores stores;
  private final Function<String, Optional<String>> cronObjection;

  /**
   * @param cronObjection what the scheduler has against a cron expression; empty for nothing
   */
  ReadEntity(KnownStores stores, Function<String, Optional<String>> cronObjection) {
    this.stores = stores;
    this.cronObjection = cronObjection;
  }

  /** Empty where not even the entity's name can be read. */
  Optional<Entity> read(Part root) {
    Section section = Section.of(root, KEYS);
    Optional<EntityName> name =
        section.required("entity", "entity: subscriber").flatMap(ReadName::of).map(EntityName::new);
    KeyType keyType =
        section
            .required("key", "key: { type: integer }")
            .flatMap(ReadEntity::keyType)
            .orElse(KeyType.TEXT);
    Optional<Duration> grace =
        section
            .required("grace", "grace: 5s")
            .flatMap(part -> ReadDuration.of(part, LONGEST_GRACE));
    List<MappedDataset> mapped =
        section
            .required("datasets", "datasets: with at least two")
            .map(part ->
                datasets(part, new ReadDataset(name.orElse(new EntityName("")), keyType, stores)))
            .orElse(List.of());
    List<Dataset> datasets = mapped.stream().map(MappedDataset::dataset).toList();
    List<Rule> rules =
        section
            .required("rules", "rules: with at least one, such as - present: [crm, billing]")
            .filter(part -> !datasets.isEmpty())
            .map(part -> ReadRules.of(part, new KnownDatasets(datasets)))
            .orElse(List.of());
    Optional<String> sweep = section.optional("schedule").flatMap(this::sweep);
    return name.map(entity ->
        new Entity(
            entity,
            keyType,
            grace.orElse(LONGEST_GRACE),
            datasets,
            valueMaps(mapped),
            rules,
            sweep,
            root.document().places()));
  }

  private static Optional<KeyType> keyType(Part part) {
    return Section.of(part, KEY_KEYS)
        .required("type", "type: with one of " + String.join(", ", KEY_TYPES))
        .flatMap(type -> ReadName.among(KEY_TYPES, "the key type", type))
        .map(type -> KeyType.valueOf(type.toUpperCase(Locale.ROOT)));
  }

  private static List<MappedDataset> datasets(Part part, ReadDataset reader) {
    List<MappedDataset> datasets =
        part.entries().entrySet().stream()
            .map(entry -> reader.read(entry.getKey(), entry.getValue()))
            .toList();
    if (part.isMapping() && datasets.size() < 2) {
      part.complain(
          "names fewer than two", "map the entity in every store that holds a part of it");
    }
    return datasets;
  }

  private static Map<DatasetName, ValueMaps> valueMaps(List<MappedDataset> mapped) {
    return mapped.stream()
        .filter(dataset -> !dataset.values().byAttribute().isEmpty())
        .collect(Collectors.toMap(dataset -> dataset.dataset().name(), MappedDataset::values));
  }

  private Optional<String> sweep(Part part) {
    return Section.of(part, SCHEDULE_KEYS)
        .required("sweep", "sweep: \"0 0 3 * * ?\"")
        .flatMap(this::cron);
  }

  private Optional<String> cron(Part part) {
    Optional<String> cron =
        part.text(
            text -> Optional.of(text.strip()).filter(ReadEntity::hasCronFields),
            "a Quartz cron expression of 6 or 7 fields",
            CRON_FIX);
    cron.flatMap(cronObjection)
        .ifPresent(objection ->
            part.complain(
                "is no schedule: " + objection, CRON_FIX + ", with ? for one of the days"));
    return cron;
  }

  private static boolean hasCronFields(String text) {
    int fields = text.split("\\s+", -1).length;
    return fields == 6 || fields == 7;
  }
}
