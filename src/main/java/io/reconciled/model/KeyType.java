package io.reconciled.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What an entity's shared key, or a part of it, is; every dataset's key column must hold it. */
public enum KeyType implements KeyShape {
  /** A whole number of at most 64 bits with its sign. */
  INTEGER,
  /** Text, compared by code points. */
  TEXT,
  /** 128 bits. */
  UUID;

  /** The key, or part of one, that a stored value is; empty where its kind cannot be such a key. */
  public Optional<SharedKey.Single> partOf(Value value) {
    return switch (this) {
      case INTEGER ->
          value instanceof Value.Whole(long number)
              ? Optional.of(new SharedKey.IntegerKey(number))
              : Optional.empty();
      case TEXT ->
          value instanceof Value.Text(String text)
              ? Optional.of(new SharedKey.TextKey(text))
              : Optional.empty();
      case UUID ->
          value instanceof Value.Uuid(UUID uuid)
              ? Optional.of(new SharedKey.UuidKey(uuid))
              : Optional.empty();
    };
  }

  /** A key, or part of one, from its text. */
  public Optional<SharedKey.Single> parsePart(String text) {
    try {
      return Optional.of(
          switch (this) {
            case INTEGER -> new SharedKey.IntegerKey(Long.parseLong(text));
            case TEXT -> new SharedKey.TextKey(text);
            case UUID -> new SharedKey.UuidKey(java.util.UUID.fromString(text));
          });
    } catch (IllegalArgumentException notOfThisType) {
      return Optional.empty();
    }
  }

  @Override
  public List<KeyType> parts() {
    return List.of(this);
  }

  @Override
  public Optional<SharedKey> keyOf(List<Value> values) {
    return values.size() == 1 ? partOf(values.getFirst()).map(key -> key) : Optional.empty();
  }

  @Override
  public Optional<SharedKey> parse(String text) {
    return parsePart(text).map(key -> key);
  }

  @Override
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }
}
