package io.reconciled.rules;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyShape;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one entry of {@code datasets:}. */
final class ReadDataset {
  static final List<String> KEYS =
      List.of(
          "store",
          KindConventions.TABLE,
          KindConventions.COLLECTION,
          ReadContainers.VIEW,
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
  private final KeyShape keyShape;
  private final KnownStores stores;
  private final Expressions expressions;

  ReadDataset(EntityName entity, KeyShape keyShape, KnownStores stores, Expressions expressions) {
    this.entity = entity;
    this.keyShape = keyShape;
    this.stores = stores;
    this.expressions = expressions;
  }

  MappedDataset read(String name, Part part) {
    ReadName.accepts(name, part);
    Section section = Section.of(part, KEYS);
    List<ReadContainers.Container> containers = new ReadContainers(stores).of(name, section);
    List<String> key = section.required("key", "key: id").map(this::key).orElse(List.of());
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
                    keyShape,
                    columns.stored(),
                    where,
                    several,
                    container.view()))
            .toList();
    return new MappedDataset(shards, columns.mapping());
  }

  /** As many columns or paths as the entity's key has parts, none twice. */
  private List<String> key(Part part) {
    List<Part> items = part.itemsOrSelf();
    List<String> fields = items.stream().flatMap(item -> item.text().stream()).toList();
    int parts = keyShape.parts().size();
    if (fields.size() != parts && fields.size() == items.size()) {
      part.complain(
          "names %d of the key's %d parts".formatted(fields.size(), parts),
          parts == 1
              ? "name one column or path, or list the types of several in the entity's key:"
              : "name a column or path for each part of " + keyShape.written());
    } else if (Set.copyOf(fields).size() < fields.size()) {
      part.complain("names a column or path twice", "name another one for each part");
    }
    return fields;
  }
}
