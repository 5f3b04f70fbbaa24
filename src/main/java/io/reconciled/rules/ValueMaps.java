package io.reconciled.rules;

import io.reconciled.model.Value;
import java.util.HashMap;
import java.util.Map;

/**
 * How one dataset's own values read in the entity's words: {@code status: { A: ACTIVE }}. A value
 * that is not in its map stays as it is.
 *
 * @param byAttribute attribute name to (stored value, canonical value)
 */
public record ValueMaps(Map<String, Map<Value, Value>> byAttribute) {
  public static final ValueMaps NONE = new ValueMaps(Map.of());

  public ValueMaps {
    Map<String, Map<Value, Value>> copy = new HashMap<>();
    byAttribute.forEach((attribute, map) -> copy.put(attribute, Map.copyOf(map)));
    byAttribute = Map.copyOf(copy);
  }

  public Value canonical(String attribute, Value stored) {
    Map<Value, Value> map = byAttribute.get(attribute);
    return map == null ? stored : map.getOrDefault(stored, stored);
  }
}
