package io.reconciled.model;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** In what form a column or a field holds a shared key, or a part of one. */
public enum KeyForm {
  /** A value of the key's own kind. */
  OWN,
  /** Text of a type that takes unlike cases for equal; the key is the text as it is stored. */
  FOLDED,
  /** A whole number in decimal digits, as {@link WholeText} has them. */
  DECIMAL,
  /** A UUID in 36 characters, as {@link UuidText} has them. */
  UUID_TEXT,
  /** A UUID in sixteen bytes, the highest first. */
  UUID_BYTES;

  /** Whether values of this form are kept in another order than the keys that they are. */
  public boolean isOutOfOrder() {
    return this == DECIMAL || this == UUID_TEXT;
  }

  /**
   * All that a column of this form may hold for a key, and what is written for it first.
   *
   * @param key of the type that the form is for
   */
  public List<Value> valuesOf(SharedKey.Single key) {
    return switch (this) {
      case OWN, FOLDED -> List.of(own(key));
      case DECIMAL -> List.of(Value.text(key.toString()));
      case UUID_TEXT ->
          List.of(Value.text(key.toString()), Value.text(key.toString().toUpperCase(Locale.ROOT)));
      case UUID_BYTES -> List.of(Value.bytes(bytes(UUID.fromString(key.toString()))));
    };
  }

  private static Value own(SharedKey.Single key) {
    return switch (key) {
      case SharedKey.IntegerKey(long number) -> Value.number(number);
      case SharedKey.TextKey(String text) -> Value.text(text);
      case SharedKey.UuidKey(UUID uuid) -> new Value.Uuid(uuid);
    };
  }

  private static byte[] bytes(UUID uuid) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(uuid.getMostSignificantBits())
        .putLong(uuid.getLeastSignificantBits())
        .array();
  }
}
