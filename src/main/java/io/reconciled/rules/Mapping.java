package io.reconciled.rules;

import io.reconciled.model.Image;
import io.reconciled.model.Value;
import io.reconciled.rules.convert.Conversion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * How one dataset's stored values read in the entity's words: first what they mean, then the word
 * for it, then what is computed of them, then whether the key counts as gone.
 *
 * @param conversions by attribute, from left to right
 * @param computed attributes that are made of the others, each seeing those before it
 * @param gone an attribute; where it is neither absent nor null, the key counts as gone
 */
public record Mapping(
    Map<String, List<Conversion>> conversions,
    ValueMaps values,
    SequencedMap<String, Computation> computed,
    Optional<String> gone) {
  public static final Mapping NONE =
      new Mapping(Map.of(), ValueMaps.NONE, new LinkedHashMap<>(), Optional.empty());

  public Mapping {
    conversions = Map.copyOf(conversions);
    computed = new LinkedHashMap<>(computed);
  }

  public static Mapping of(ValueMaps values) {
    return new Mapping(Map.of(), values, new LinkedHashMap<>(), Optional.empty());
  }

  /** Whether stored images are canonical as they are. */
  public boolean changesNothing() {
    return conversions.isEmpty()
        && values.byAttribute().isEmpty()
        && computed.isEmpty()
        && gone.isEmpty();
  }

  /** What the dataset holds of a key, in the entity's words. */
  public Image canonical(Image stored) {
    return switch (stored) {
      case Image.Present(Map<String, Value> attributes) -> {
        Map<String, Value> read = canonical(attributes);
        yield isGone(read) ? Image.ABSENT : new Image.Present(read);
      }
      case Image.Several(List<Map<String, Value>> rows) -> {
        List<Map<String, Value>> there = new ArrayList<>();
        for (Map<String, Value> row : rows) {
          Map<String, Value> read = canonical(row);
          if (!isGone(read)) {
            there.add(read);
          }
        }
        yield there.isEmpty() ? Image.ABSENT : new Image.Several(there);
      }
      case Image.Absent absent -> absent;
      case Image.Duplicate duplicate -> duplicate;
    };
  }

  private Map<String, Value> canonical(Map<String, Value> stored) {
    Map<String, Value> read = new HashMap<>(stored);
    read.replaceAll((attribute, value) -> values.canonical(attribute, converted(attribute, value)));
    computed.forEach((attribute, computation) -> read.put(attribute, computation.over(read)));
    return read;
  }

  private Value converted(String attribute, Value stored) {
    Value value = stored;
    for (Conversion conversion : conversions.getOrDefault(attribute, List.of())) {
      value = conversion.apply(value);
    }
    return value;
  }

  private boolean isGone(Map<String, Value> attributes) {
    return gone.map(attributes::get).filter(value -> !(value instanceof Value.Null)).isPresent();
  }
}
