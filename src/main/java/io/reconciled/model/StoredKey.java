package io.reconciled.model;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads shared keys as stores hold them, in whatever {@link KeyForm}. The value alone tells the
 * form, so that a column whose type changes goes on being read.
 */
public final class StoredKey {
  private static final int UUID_BYTES = 16;

  private StoredKey() {}

  /** The key that stored values are, one for each part; empty where one of them is none. */
  public static Optional<SharedKey> keyOf(KeyShape shape, List<Value> stored) {
    if (shape instanceof KeyType type) {
      return stored.size() == 1
          ? partOf(type, stored.getFirst()).map(part -> part)
          : Optional.empty();
    }
    List<KeyType> types = shape.parts();
    if (stored.size() != types.size()) {
      return Optional.empty();
    }
    List<SharedKey.Single> parts = new ArrayList<>(types.size());
    for (int i = 0; i < types.size(); i++) {
      partOf(types.get(i), stored.get(i)).ifPresent(parts::add);
    }
    return parts.size() == types.size()
        ? Optional.of(new SharedKey.Composite(parts))
        : Optional.empty();
  }

  /** The key, or the part of one, that a stored value is. */
  public static Optional<SharedKey.Single> partOf(KeyType type, Value stored) {
    return switch (stored) {
      case Value.Text(String text) when type == KeyType.INTEGER -> WholeText.read(text);
      case Value.Text(String text) when type == KeyType.UUID -> UuidText.read(text);
      case Value.Bytes bytes when type == KeyType.UUID -> uuid(bytes.toArray());
      case Value own -> type.partOf(own);
    };
  }

  private static Optional<SharedKey.Single> uuid(byte[] bytes) {
    if (bytes.length != UUID_BYTES) {
      return Optional.empty();
    }
    ByteBuffer halves = ByteBuffer.wrap(bytes);
    return Optional.of(new SharedKey.UuidKey(new UUID(halves.getLong(), halves.getLong())));
  }

  /** Says why a row has no key, by the first part that is none. */
  public static String whyNone(KeyShape shape, List<Value> stored) {
    for (int i = 0; i < stored.size(); i++) {
      KeyType type = shape.parts().get(i);
      if (partOf(type, stored.get(i)).isEmpty()) {
        return why(type, stored.get(i));
      }
    }
    return "no key";
  }

  private static String why(KeyType type, Value stored) {
    return switch (stored) {
      case Value.Null() -> "null key";
      case Value.Unmapped(String other) -> "key of type " + other;
      case Value.Text(String text) when type == KeyType.INTEGER ->
          "key is " + WholeText.objection(text);
      case Value.Text(String text) when type == KeyType.UUID ->
          "key is " + UuidText.objection(text);
      case Value.Bytes bytes when type == KeyType.UUID -> "key is bytes, not 16 of them";
      case Value other ->
          "key of type " + other.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    };
  }
}
