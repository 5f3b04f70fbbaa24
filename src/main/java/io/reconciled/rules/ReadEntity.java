package io.reconciled.rules;

import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyShape;
import io.reconciled.model.KeyType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads one rules file. */
final class ReadEntity {
  static final List<String> KEYS =
      List.of(ReadVersion.KEY, "entity", "key", "grace", "datasets", "rules", "schedule");
  static final List<String> SCHEDULE_KEYS = List.of("sweep", "moved");
  private static final String CRON_FIX =
      "write \"second minute hour day month weekday\", as in \"0 0 3 * * ?\"";
  private static final Duration LONGEST_GRACE = Duration.ofHours(1);
  private final KnownStores stores;
  private final Function<String, Optional<String>> cronObjection;
  private final Expressions expressions;
  private final Defaults defaults;

  /**
   * @param cronObjection what the scheduler has against a cron expression; empty for nothing
   */
  ReadEntity(
      KnownStores stores,
      Function<String, Optional<String>> cronObjection,
      Expressions expressions,
      Defaults defaults) {
    this.stores = stores;
    this.cronObjection = cronObjection;
    this.expressions = expressions;
    this.defaults = defaults;
  }

  /** Empty where not even the entity's name can be read. */
  Optional<Entity> read(Part root) {
    Section section = Section.of(root, KEYS);
    ReadVersion.check(section);
    Optional<EntityName> name =
        section.required("entity", "entity: subscriber").flatMap(ReadName::of).map(EntityName::new);
    KeyShape keyShape =
        section
            .required("key", "key: { type: integer }")
            .flatMap(ReadKeyShape::of)
            .orElse(KeyType.TEXT);
    Optional<Duration> grace = defaults.grace();
    if (grace.isEmpty() || section.has("grace")) {
      grace = section.required("grace", "grace: 5s").flatMap(ReadEntity::grace);
    }
    List<MappedDataset> mapped =
        section
            .required("datasets", "datasets: with one for each store")
            .map(part ->
                datasets(
                    part,
                    new ReadDataset(
                        name.orElse(new EntityName("")), keyShape, stores, expressions)))
            .orElse(List.of());
    KnownDatasets known = new KnownDatasets(mapped, expressions, defaults);
    List<Rule> rules =
        rules(section, known)
            .filter(part -> !mapped.isEmpty())
            .map(part -> ReadRules.of(part, known))
            .orElse(List.of());
    Optional<Section> schedule =
        section.optional("schedule").map(part -> Section.of(part, SCHEDULE_KEYS));
    Optional<String> sweep =
        schedule
            .flatMap(part -> part.required("sweep", "sweep: \"0 0 3 * * ?\""))
            .flatMap(this::cron);
    Optional<String> moved = schedule.flatMap(part -> part.optional("moved")).flatMap(this::cron);
    Duration window = grace.orElse(LONGEST_GRACE);
    return name.map(entity ->
        new Entity(
            entity,
            keyShape,
            window,
            mapped.stream().flatMap(dataset -> dataset.shards().stream()).toList(),
            mappings(mapped),
            rules,
            sweep,
            moved,
            root.document().places()));
  }

  private static List<MappedDataset> datasets(Part part, ReadDataset reader) {
    List<MappedDataset> datasets =
        part.entries().entrySet().stream()
            .map(entry -> reader.read(entry.getKey(), entry.getValue()))
            .toList();
    if (part.isMapping() && datasets.isEmpty()) {
      part.complain("is empty", "map the entity in every store that holds a part of it");
    }
    return datasets;
  }

  /** An entity in one store may have none, and be there for others to refer to. */
  private static Optional<Part> rules(Section section, KnownDatasets known) {
    return known.datasets().size() == 1
        ? section.optional("rules")
        : section.required("rules", "rules: with at least one, such as - present: [crm, billing]");
  }

  static Optional<Duration> grace(Part part) {
    return ReadDuration.of(part, LONGEST_GRACE);
  }

  private static Map<DatasetName, Mapping> mappings(List<MappedDataset> mapped) {
    return mapped.stream().collect(Collectors.toMap(MappedDataset::name, MappedDataset::mapping));
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
