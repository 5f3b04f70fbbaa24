package io.reconciled.suggest;

import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import io.reconciled.store.Container.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A field that tells the rows of a container apart, as far as its sample shows, and so may hold a
 * key that other stores share.
 */
record KeyField(Sampled in, Field field, KeyType type) {
  /** The largest container in which a field without an index is looked up. */
  private static final long SCANNED_AT_MOST = 100_000;

  /** The sampled rows by their key. */
  SequencedMap<SharedKey, Map<String, Value>> rows() {
    SequencedMap<SharedKey, Map<String, Value>> rows = new LinkedHashMap<>();
    for (Map<String, Value> row : in.rows()) {
      Optional.ofNullable(row.get(field.name()))
          .flatMap(type::keyOf)
          .ifPresent(key -> rows.put(key, row));
    }
    return rows;
  }

  /** Whether it is the same field of the same container. */
  boolean isSame(KeyField other) {
    return in.place().equals(other.in.place()) && field.name().equals(other.field.name());
  }

  boolean canBeLookedUp() {
    return field.indexed() || in.container().estimatedRows() <= SCANNED_AT_MOST;
  }

  @Override
  public String toString() {
    return in + "." + field.name();
  }
}
