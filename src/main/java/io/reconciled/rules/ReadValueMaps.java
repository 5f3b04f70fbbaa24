package io.reconciled.rules;

import io.reconciled.model.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code values: { status: { A: ACTIVE } }}. */
final class ReadValueMaps {
  private ReadValueMaps() {}

  /**
   * @param attributes that the dataset maps; a value map for another one is refused
   */
  static ValueMaps of(Part part, Set<String> attributes) {
    Map<String, Map<Value, Value>> maps = new HashMap<>();
    part.entries()
        .forEach((attribute, entry) -> {
          if (!attributes.contains(attribute)) {
            entry.complainOfName(
                Quoted.of(attribute) + " has values, but is no attribute of this dataset",
                NearestName.advice(attribute, attributes));
          }
          maps.put(attribute, map(entry));
        });
    return new ValueMaps(maps);
  }

  private static Map<Value, Value> map(Part part) {
    Map<Value, Value> map = new HashMap<>();
    part.pairs()
        .forEach((from, to) -> {
          Optional<Value> stored = ReadValue.of(from);
          Optional<Value> canonical = ReadValue.of(to);
          if (stored.isPresent()
              && map.putIfAbsent(stored.get(), canonical.orElse(Value.NULL)) != null) {
            from.complain(
                "maps " + Quoted.of(stored.get().toString()) + " twice",
                "keep one of the two lines");
          }
        });
    return map;
  }
}
