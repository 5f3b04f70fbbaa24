package io.reconciled.rules;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyType;
import io.reconciled.model.StoreName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one entry of {@code datasets:}. */
final class ReadDataset {
  static final List<String> KEYS =
      List.of(
          "store",
          KindConventions.TABLE,
          KindConventions.COLLECTION,
          "key",
          "attributes",
          "values");
  private final EntityName entity;
  private final KeyType keyType;
  private final KnownStores stores;

  ReadDataset(EntityName entity, KeyType keyType, KnownStores stores) {
    this.entity = entity;
    this.keyType = keyType;
    this.stores = stores;
  }

  MappedDataset read(String name, Part part) {
    ReadName.accepts(name, part);
    Section section = Section.of(part, KEYS);
    StoreName store = store(name, section);
    List<String> container = container(section, store);
    String key = section.required("key", "key: id").flatMap(Part::text).orElse("");
    Map<String, String> attributes =
        section.optional("attributes").map(ReadDataset::attributes).orElse(Map.of());
    ValueMaps values =
        section
            .optional("values")
            .map(maps -> ReadValueMaps.of(maps, attributes.keySet()))
            .orElse(ValueMaps.NONE);
    return new MappedDataset(
        new Dataset(entity, new DatasetName(name), store, container, key, keyType, attributes),
        values);
  }

  private StoreName store(String name, Section section) {
    Optional<Part> written = section.optional("store");
    return written
        .map(part -> part.text().map(text -> stores.find(text, part)))
        .orElseGet(() -> Optional.of(stores.find(name, section.part())))
        .orElse(new StoreName(name));
  }

  private List<String> container(Section section, StoreName store) {
    Optional<Part> table = section.optional(KindConventions.TABLE);
    Optional<Part> collection = section.optional(KindConventions.COLLECTION);
    if (table.isPresent() && collection.isPresent()) {
      section.part().complain("has both table: and collection:", "keep the one that is meant");
    } else if (table.isEmpty() && collection.isEmpty()) {
      section.required(
          stores.conventions(store).map(KindConventions::container).orElse("table"),
          "table: schema.name, or for a document database collection: name");
    } else {
      checkFits(
          table.isPresent() ? KindConventions.TABLE : KindConventions.COLLECTION, section, store);
    }
    return table
        .flatMap(ReadTable::of)
        .or(() -> collection.flatMap(Part::text).map(List::of))
        .orElse(List.of());
  }

  private void checkFits(String written, Section section, StoreName store) {
    stores
        .conventions(store)
        .map(KindConventions::container)
        .filter(fitting -> !fitting.equals(written))
        .ifPresent(fitting ->
            section
                .part()
                .complain(
                    "names a %s, but the store %s holds a %s of it"
                        .formatted(written, store, fitting),
                    "write " + fitting + ": instead of " + written + ":"));
  }

  private static Map<String, String> attributes(Part part) {
    Map<String, String> attributes = new LinkedHashMap<>();
    part.entries()
        .forEach((name, entry) -> {
          if (name.equals("key")) {
            entry.complainOfName("an attribute cannot be called key", "choose another name for it");
          }
          ReadName.accepts(name, entry);
          attributes.put(name, entry.text().orElse(""));
        });
    return attributes;
  }
}
