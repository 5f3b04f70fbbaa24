package io.reconciled.compare;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.Readings;
import io.reconciled.model.Value;
import java.util.Map;
import java.util.Optional;

/** One attribute of a key in one dataset. */
final class Attribute {
  private Attribute() {}

  /** Empty where the key is not present, or its document lacks the field. */
  static Optional<Value> of(Readings readings, DatasetName dataset, String attribute) {
    return readings.of(dataset) instanceof Image.Present(Map<String, Value> attributes)
        ? Optional.ofNullable(attributes.get(attribute))
        : Optional.empty();
  }

  /** What kind of value it is, for a message that must not hold the value. */
  static String kind(Optional<Value> value) {
    return switch (value.orElse(null)) {
      case null -> "absent";
      case Value.Unmapped(String type) -> "type " + type;
      case Value some -> some.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    };
  }
}
