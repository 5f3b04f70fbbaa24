package io.reconciled.store.sql;

import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import java.util.UUID;

/** The value that a column holds for a shared key, or for a part of one. */
final class KeyValue {
  private KeyValue() {}

  static Value of(SharedKey.Single key) {
    return switch (key) {
      case SharedKey.IntegerKey(long number) -> Value.number(number);
      case SharedKey.TextKey(String text) -> Value.text(text);
      case SharedKey.UuidKey(UUID uuid) -> new Value.Uuid(uuid);
    };
  }
}
