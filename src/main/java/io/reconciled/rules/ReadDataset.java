package io.reconciled.rules;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyType;
import java.util.List;
import java.util.Optional;

/** Reads one entry of {@code datasets:}. */
final class ReadDataset {
  static final List<String> KEYS =
      List.of(
          "store",
          KindConventions.TABLE,
          KindConventions.COLLECTION,
          ReadContainers.TABLES,
          ReadContainers.COLLECTIONS,
          ReadContainers.SHARDS,
          "where",
          "key",
          "rows",
          "attributes",
          "values",
          "gone");
  private static final List<String> ROWS = List.of("one", "several");
  private final EntityName entity;
  private final KeyType keyType;
  private final KnownStores stores;
  private final Expressions expressions;

  ReadDataset(EntityName entity, KeyType keyType, KnownStores stores, Expressions expressions) {
    this.entity = entity;
    this.keyType = keyType;
    this.stores = stores;
    this.expressions = expressions;
  }

  MappedDataset read(String name, Part part) {
    ReadName.accepts(name, part);
    Section section = Section.of(part, KEYS);
    List<ReadContainers.Container> containers = new ReadContainers(stores).of(name, section);
    String key = section.required("key", "key: id").flatMap(Part::text).orElse("");
    Optional<String> where = section.optional("where").flatMap(Part::text);
    boolean several =
        section
            .optional("rows")
            .flatMap(rows -> ReadName.among(ROWS, "the word", rows))
            .filter("several"::equals)
            .isPresent();
    ReadMapping.Columns columns = new ReadMapping(expressions).of(section);
    List<Dataset> shards =
        containers.stream()
            .map(container ->
                new Dataset(
                    entity,
                    new DatasetName(name),
                    container.store(),
                    container.path(),
                    key,
                    keyType,
                    columns.stored(),
                    where,
                    several))
            .toList();
    return new MappedDataset(shards, columns.mapping());
  }
}
