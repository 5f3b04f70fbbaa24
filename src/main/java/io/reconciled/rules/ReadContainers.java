package io.reconciled.rules;

import io.reconciled.model.StoreName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads where a dataset lies: {@code table:} or {@code collection:} in the store that it is named
 * after or that {@code store:} names; several with {@code tables:} or {@code collections:}; on
 * {@code view:} where no log shows its changes; or in several stores with {@code shards:}.
 */
final class ReadContainers {
  static final String TABLES = "tables";
  static final String COLLECTIONS = "collections";
  static final String VIEW = "view";
  static final String SHARDS = "shards";
  static final List<String> SHARD_KEYS =
      List.of("store", KindConventions.TABLE, KindConventions.COLLECTION, VIEW);
  private static final List<String> FORMS =
      List.of(KindConventions.TABLE, KindConventions.COLLECTION, TABLES, COLLECTIONS, VIEW, SHARDS);
  private final KnownStores stores;

  /** A table or collection in its store, or a view. */
  record Container(StoreName store, List<String> path, boolean view) {}

  ReadContainers(KnownStores stores) {
    this.stores = stores;
  }

  /** At least one; an empty stand-in where something was complained of. */
  List<Container> of(String dataset, Section section) {
    checkOnlyOne(section);
    if (section.optional(SHARDS).isPresent()) {
      return orStandIn(shards(section.optional(SHARDS).get()), dataset);
    }
    StoreName store = store(dataset, section);
    return orStandIn(containers(section, store), dataset);
  }

  private static void checkOnlyOne(Section section) {
    List<String> written = FORMS.stream().filter(section::has).toList();
    if (written.contains(KindConventions.TABLE) && written.contains(KindConventions.COLLECTION)) {
      section.part().complain("has both table: and collection:", "keep the one that is meant");
    } else if (written.size() > 1) {
      section
          .part()
          .complain(
              "says where it lies in several ways: " + String.join(":, ", written) + ":",
              "keep one of them");
    }
  }

  private static List<Container> orStandIn(List<Container> containers, String dataset) {
    return containers.isEmpty()
        ? List.of(new Container(new StoreName(dataset), List.of(), false))
        : containers;
  }

  private List<Container> containers(Section section, StoreName store) {
    List<Part> tables = parts(section, KindConventions.TABLE, TABLES);
    List<Part> collections = parts(section, KindConventions.COLLECTION, COLLECTIONS);
    Optional<Part> view = section.optional(VIEW);
    if (tables.isEmpty() && collections.isEmpty() && view.isEmpty()) {
      section.required(
          stores.conventions(store).map(KindConventions::container).orElse("table"),
          "table: schema.name, or for a document database collection: name");
    } else if (tables.isEmpty() != collections.isEmpty()) {
      checkFits(
          tables.isEmpty() ? KindConventions.COLLECTION : KindConventions.TABLE, section, store);
    }
    List<Container> containers = new ArrayList<>();
    for (Part table : tables) {
      ReadTable.of(table)
          .ifPresent(path -> add(new Container(store, path, false), table, containers));
    }
    for (Part collection : collections) {
      ofCollection(collection)
          .ifPresent(path -> add(new Container(store, path, false), collection, containers));
    }
    view.flatMap(part -> ofView(part, store))
        .ifPresent(path -> containers.add(new Container(store, path, true)));
    return containers;
  }

  /** A view is named as the store's tables or collections are. */
  private Optional<List<String>> ofView(Part view, StoreName store) {
    return stores
            .conventions(store)
            .map(KindConventions::container)
            .filter(KindConventions.COLLECTION::equals)
            .isPresent()
        ? ofCollection(view)
        : ReadTable.of(view);
  }

  private static Optional<List<String>> ofCollection(Part collection) {
    return collection.text().map(List::of);
  }

  private static void add(Container container, Part part, List<Container> containers) {
    if (containers.contains(container)) {
      part.complain("is named twice", "name each table, collection or view once");
    }
    containers.add(container);
  }

  private static List<Part> parts(Section section, String one, String several) {
    return Stream.concat(
            section.optional(one).stream(),
            section.optional(several).stream().flatMap(list -> list.items().stream()))
        .toList();
  }

  private List<Container> shards(Part list) {
    List<Container> containers = new ArrayList<>();
    for (Part item : list.items()) {
      Section shard = Section.of(item, SHARD_KEYS);
      checkOnlyOne(shard);
      Optional<StoreName> store =
          shard
              .required("store", "store: crm")
              .flatMap(part -> part.text().map(text -> stores.find(text, part)));
      store.ifPresent(known -> containers(shard, known).forEach(one -> add(one, item, containers)));
    }
    return containers;
  }

  private StoreName store(String dataset, Section section) {
    Optional<Part> written = section.optional("store");
    return written
        .map(part -> part.text().map(text -> stores.find(text, part)))
        .orElseGet(() -> Optional.of(stores.find(dataset, section.part())))
        .orElse(new StoreName(dataset));
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
}
