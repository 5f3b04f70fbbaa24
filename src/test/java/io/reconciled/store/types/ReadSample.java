package io.reconciled.store.types;

import io.reconciled.compare.RealLikeness;
import io.reconciled.model.Value;
import java.util.Optional;

/**
 * A sample and what our store read of it.
 *
 * @param value empty where the store found no such field
 */
record ReadSample(Sample sample, Optional<Value> value) {
  Meaning.Likeness likeness(ReadSample other) {
    return Meaning.Likeness.valueOf(RealLikeness.of(value, other.value));
  }

  String name() {
    return "%s %s %s".formatted(sample.store(), sample.type(), sample.literal());
  }
}
