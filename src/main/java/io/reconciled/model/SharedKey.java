package io.reconciled.model;

import java.util.UUID;

/**
 * The value that names one entity in all its stores.
 *
 * <p>The order is ours, never a database's: numbers by value, text by Unicode code points, UUIDs by
 * their 128 bits unsigned. Keys of one entity are all of one {@link KeyType}.
 */
public sealed interface SharedKey extends Comparable<SharedKey> {

  record IntegerKey(long number) implements SharedKey {
    @Override
    public String toString() {
      return Long.toString(number);
    }
  }

  record TextKey(String text) implements SharedKey {
    @Override
    public String toString() {
      return text;
    }
  }

  record UuidKey(UUID uuid) implements SharedKey {
    @Override
    public String toString() {
      return uuid.toString();
    }
  }

  static SharedKey of(long number) {
    return new IntegerKey(number);
  }

  static SharedKey of(String text) {
    return new TextKey(text);
  }

  static SharedKey of(UUID uuid) {
    return new UuidKey(uuid);
  }

  @Override
  default int compareTo(SharedKey other) {
    return switch (this) {
      case IntegerKey mine when other instanceof IntegerKey(long number) ->
          Long.compare(mine.number, number);
      case TextKey mine when other instanceof TextKey(String text) ->
          CodePointOrder.compare(mine.text, text);
      case UuidKey mine when other instanceof UuidKey(UUID uuid) -> compareBits(mine.uuid, uuid);
      default ->
          throw new IllegalArgumentException(
              "keys of unlike types have no order: " + getClass() + ", " + other.getClass());
    };
  }

  private static int compareBits(UUID left, UUID right) {
    int high = Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
  }
}
