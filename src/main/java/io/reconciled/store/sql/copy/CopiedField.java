package io.reconciled.store.sql.copy;

import io.reconciled.model.KeyType;
import io.reconciled.model.StoredKey;
import io.reconciled.model.Value;
import io.reconciled.model.encoded.ByteSink;
import io.reconciled.model.encoded.KeyBytes;
import io.reconciled.model.encoded.ValueBytes;

/** Encodes the fields of one column, which are not null. */
@FunctionalInterface
public interface CopiedField {
  /** Writes a field as {@link ValueBytes}. */
  void put(byte[] bytes, int from, int length, ByteSink sink);

  default Value value(byte[] bytes, int from, int length) {
    ByteSink alone = new ByteSink(length + Long.BYTES);
    put(bytes, from, length, alone);
    return ValueBytes.decode(alone.toArray(), 0, alone.size());
  }

  /**
   * Writes a field as {@link KeyBytes}.
   *
   * @param several whether the key has more parts than this
   * @return false, and nothing is written, where the field cannot be such a key
   */
  default boolean putKey(
      KeyType type, boolean several, byte[] bytes, int from, int length, ByteSink sink) {
    var part = StoredKey.partOf(type, value(bytes, from, length));
    part.ifPresent(key -> {
      if (several) {
        KeyBytes.putPart(key, sink);
      } else {
        KeyBytes.put(key, sink);
      }
    });
    return part.isPresent();
  }
}
