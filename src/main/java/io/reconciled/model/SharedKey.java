package io.reconciled.model;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The value that names one entity in all its stores.
 *
 * <p>The order is ours, never a database's: numbers by value, text by Unicode code points, UUIDs by
 * their 128 bits unsigned, composite keys part by part. Keys of one entity are all of one {@link
 * KeyShape}. The text of a key is read back by its shape, and different keys have different texts.
 */
public sealed interface SharedKey extends Comparable<SharedKey> {

  /** A key of one value, or one part of a composite key. */
  sealed interface Single extends SharedKey {
    @Override
    default List<Single> parts() {
      return List.of(this);
    }
  }

  /** The parts of a composite key, or the key itself as its only part. */
  List<Single> parts();

  record IntegerKey(long number) implements Single {
    @Override
    public String toString() {
      return Long.toString(number);
    }
  }

  record TextKey(String text) implements Single {
    @Override
    public String toString() {
      return text;
    }
  }

  record UuidKey(UUID uuid) implements Single {
    @Override
    public String toString() {
      return uuid.toString();
    }
  }

  /**
   * Several values that only together name an entity.
   *
   * @param parts at least two
   */
  record Composite(List<Single> parts) implements SharedKey {
    public Composite {
      parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
      return parts.stream()
          .map(part -> PartText.escape(part.toString()))
          .collect(Collectors.joining(","));
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
      case Composite mine
          when other instanceof Composite(List<Single> parts)
              && mine.parts.size() == parts.size() ->
          compareParts(mine.parts, parts);
      default ->
          throw new IllegalArgumentException(
              "keys of unlike types have no order: " + getClass() + ", " + other.getClass());
    };
  }

  private static int compareParts(List<Single> left, List<Single> right) {
    for (int i = 0; i < left.size(); i++) {
      int order = left.get(i).compareTo(right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int compareBits(UUID left, UUID right) {
    int high = Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
  }
}
