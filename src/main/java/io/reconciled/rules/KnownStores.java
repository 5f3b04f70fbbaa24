package io.reconciled.rules;

import io.reconciled.model.StoreName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The stores that connector files name, for rules to refer to.
 *
 * @param kinds kind by the store's name; an empty one could not be read
 * @param whole whether every connector file gave its store's name; if not, a store that seems
 *     unknown is no further problem
 */
record KnownStores(Map<String, String> kinds, boolean whole) {

  static KnownStores of(List<Connector> connectors, boolean whole) {
    return new KnownStores(
        connectors.stream()
            .collect(
                Collectors.toMap(
                    connector -> connector.store().value(),
                    Connector::kind,
                    (first, second) -> first,
                    TreeMap::new)),
        whole);
  }

  /** Complains of the part where no connector names such a store. */
  StoreName find(String name, Part part) {
    if (whole && !kinds.containsKey(name)) {
      part.complain(
          "means the store " + Quoted.of(name) + ", which no connector file names",
          NearestName.advice(name, kinds.keySet())
              + "; or add a connector file with store: "
              + name);
    }
    return new StoreName(name);
  }

  /** Empty for a store whose kind is not known, which then is a problem of its own. */
  Optional<KindConventions> conventions(StoreName store) {
    return Optional.ofNullable(kinds.get(store.value()))
        .filter(kind -> !kind.isEmpty())
        .map(KindConventions::of);
  }
}
