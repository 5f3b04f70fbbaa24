package io.reconciled.model;

import java.util.Optional;
import java.util.UUID;

/** What an entity's shared key is; every dataset's key column must hold it. */
public enum KeyType {
  /** A whole number of at most 64 bits with its sign. */
  INTEGER,
  /** Text, compared by code points. */
  TEXT,
  /** 128 bits. */
  UUID;

  /** The key that a stored value is, or empty where a value of its kind cannot be such a key. */
  public Optional<SharedKey> keyOf(Value value) {
    return switch (this) {
      case INTEGER ->
          value instanceof Value.Whole(long number)
              ? Optional.of(SharedKey.of(number))
              : Optional.empty();
      case TEXT ->
          value instanceof Value.Text(String text)
              ? Optional.of(SharedKey.of(text))
              : Optional.empty();
      case UUID ->
          value instanceof Value.Uuid(UUID uuid)
              ? Optional.of(SharedKey.of(uuid))
              : Optional.empty();
    };
  }

  /** Reads back what a {@link SharedKey} printed, or what an operator typed. */
  public Optional<SharedKey> parse(String text) {
    try {
      return Optional.of(
          switch (this) {
            case INTEGER -> SharedKey.of(Long.parseLong(text));
            case TEXT -> SharedKey.of(text);
            case UUID -> SharedKey.of(java.util.UUID.fromString(text));
          });
    } catch (IllegalArgumentException notOfThisType) {
      return Optional.empty();
    }
  }
}
