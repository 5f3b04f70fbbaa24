package io.reconciled.store.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a person who knows the databases says a stored literal means, in plain mathematics. It knows
 * nothing of the values under test, so that it can tell how two of them should compare.
 */
sealed interface Meaning {
  enum Likeness {
    SAME,
    DIFFERENT,
    INCOMPARABLE
  }

  record Absent() implements Meaning {}

  record Null() implements Meaning {}

  record JsonNull() implements Meaning {}

  record Number(BigDecimal number) implements Meaning {}

  /** NaN or an infinity, by its name; a number, and no other one. */
  record OddNumber(String name) implements Meaning {}

  record Text(String text) implements Meaning {}

  record Truth(boolean truth) implements Meaning {}

  record Time(BigInteger nanosSince1970, int digits) implements Meaning {}

  record Date(String iso) implements Meaning {}

  record TimeOfDay(long nanos) implements Meaning {}

  record Length(BigInteger nanos) implements Meaning {}

  record Uuid(String text) implements Meaning {}

  record Bytes(String hex) implements Meaning {}

  record Document(Map<String, Meaning> fields) implements Meaning {}

  record Listed(List<Meaning> elements) implements Meaning {}

  record Labels(Set<String> labels) implements Meaning {}

  record Unverified() implements Meaning {}

  static Meaning number(String number) {
    return new Number(new BigDecimal(number));
  }

  static Meaning text(String text) {
    return new Text(text);
  }

  static Meaning time(String instant, int digits) {
    Instant parsed = Instant.parse(instant);
    BigInteger seconds = BigInteger.valueOf(parsed.getEpochSecond());
    return new Time(
        seconds.multiply(BigInteger.TEN.pow(9)).add(BigInteger.valueOf(parsed.getNano())), digits);
  }

  static Meaning length(String seconds) {
    return new Length(new BigDecimal(seconds).movePointRight(9).toBigIntegerExact());
  }

  static Meaning list(Meaning... elements) {
    return new Listed(List.of(elements));
  }

  static Meaning document(String name, Meaning field) {
    return new Document(Map.of(name, field));
  }

  static Meaning labels(String... labels) {
    return new Labels(Set.of(labels));
  }

  default String kind() {
    return switch (this) {
      case Absent none -> "null and absent";
      case Null none -> "null and absent";
      case JsonNull none -> "null and absent";
      case OddNumber odd -> "number";
      case TimeOfDay time -> "time of day";
      case Listed list -> "list";
      case Length length -> "duration";
      case Truth truth -> "boolean";
      default -> getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    };
  }

  default Likeness to(Meaning other) {
    if (this instanceof Unverified || other instanceof Unverified) {
      return Likeness.INCOMPARABLE;
    }
    if (kind().equals("null and absent") || other.kind().equals("null and absent")) {
      return same(equals(other));
    }
    if (!kind().equals(other.kind())) {
      return Likeness.INCOMPARABLE;
    }
    return switch (this) {
      case Number mine ->
          same(other instanceof Number theirs && mine.number.compareTo(theirs.number) == 0);
      case Time mine -> times(mine, (Time) other);
      case Document mine -> documents(mine, (Document) other);
      case Listed mine -> lists(mine, (Listed) other);
      default -> same(equals(other));
    };
  }

  private static Likeness same(boolean same) {
    return same ? Likeness.SAME : Likeness.DIFFERENT;
  }

  private static Likeness all(Set<Likeness> parts) {
    return parts.contains(Likeness.DIFFERENT)
        ? Likeness.DIFFERENT
        : parts.contains(Likeness.INCOMPARABLE) ? Likeness.INCOMPARABLE : Likeness.SAME;
  }

  /** Floor division, in numbers that have no end. */
  private static Likeness times(Time mine, Time other) {
    BigInteger step = BigInteger.TEN.pow(9 - Math.min(mine.digits, other.digits));
    return same(floor(mine.nanosSince1970, step).equals(floor(other.nanosSince1970, step)));
  }

  private static BigInteger floor(BigInteger nanos, BigInteger step) {
    return nanos.subtract(nanos.mod(step)).divide(step);
  }

  private static Likeness documents(Document mine, Document other) {
    Set<String> names = new HashSet<>(mine.fields.keySet());
    names.addAll(other.fields.keySet());
    Set<Likeness> parts = new HashSet<>();
    for (String name : names) {
      Meaning one = mine.fields.getOrDefault(name, new Absent());
      parts.add(one.to(other.fields.getOrDefault(name, new Absent())));
    }
    return all(parts);
  }

  private static Likeness lists(Listed mine, Listed other) {
    if (mine.elements.size() != other.elements.size()) {
      return Likeness.DIFFERENT;
    }
    Set<Likeness> parts = new HashSet<>();
    for (int i = 0; i < mine.elements.size(); i++) {
      parts.add(mine.elements.get(i).to(other.elements.get(i)));
    }
    return all(parts);
  }
}
