package io.reconciled.compare;

import static io.reconciled.compare.Likeness.DIFFERENT;
import static io.reconciled.compare.Likeness.INCOMPARABLE;
import static io.reconciled.compare.Likeness.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Which values are equal, at the edges of each kind. */
class CompareValueTest {
  private static final int CASES = 10_000;
  private static final Value UNMAPPED = new Value.Unmapped("polygon");

  @Property(tries = CASES, edgeCases = EdgeCasesMode.NONE)
  void everyValueIsItself(@ForAll("values") Value value) {
    assertThat(likeness(value, value)).isEqualTo(Value.isMapped(value) ? SAME : INCOMPARABLE);
  }

  @Property(tries = CASES, edgeCases = EdgeCasesMode.NONE)
  void orderOfTheTwoDoesNotMatter(@ForAll("values") Value left, @ForAll("values") Value right) {
    assertThat(likeness(left, right)).isEqualTo(likeness(right, left));
  }

  @Property(tries = CASES, edgeCases = EdgeCasesMode.NONE)
  void numbersAreEqualWhereTheirExactValuesAre(
      @ForAll("numbers") BigDecimal left, @ForAll("numbers") BigDecimal right) {
    Likeness expected = left.compareTo(right) == 0 ? SAME : DIFFERENT;
    for (Value one : held(left)) {
      for (Value other : held(right)) {
        assertThat(likeness(one, other)).isEqualTo(expected);
      }
    }
  }

  /** One number as every kind of column that can hold it has it. */
  private static List<Value> held(BigDecimal number) {
    List<Value> values = new ArrayList<>();
    values.add(Value.number(number));
    values.add(Value.number(number.setScale(number.scale() + 5)));
    if (new BigDecimal(number.doubleValue()).compareTo(number) == 0) {
      values.add(Value.number(number.doubleValue()));
    }
    if (number.stripTrailingZeros().scale() <= 0) {
      values.add(Value.number(number.toBigIntegerExact()));
      if (number.toBigIntegerExact().bitLength() < Long.SIZE) {
        values.add(Value.number(number.longValueExact()));
      }
    }
    return values;
  }

  @Property(tries = CASES, edgeCases = EdgeCasesMode.NONE)
  void textsAreEqualWhereTheirCodePointsAre(
      @ForAll("texts") String left, @ForAll("texts") String right) {
    boolean same = left.codePoints().boxed().toList().equals(right.codePoints().boxed().toList());
    assertThat(likeness(Value.text(left), Value.text(right))).isEqualTo(same ? SAME : DIFFERENT);
  }

  @Property(tries = CASES, edgeCases = EdgeCasesMode.NONE)
  void timesAreEqualWhereTheirWholeStepsAre(
      @ForAll("instants") Instant left,
      @ForAll @IntRange(max = 9) int leftDigits,
      @ForAll("instants") Instant right,
      @ForAll @IntRange(max = 9) int rightDigits) {
    BigInteger step = BigInteger.TEN.pow(9 - Math.min(leftDigits, rightDigits));
    Likeness expected = steps(left, step).equals(steps(right, step)) ? SAME : DIFFERENT;
    for (Value one : held(left, leftDigits)) {
      for (Value other : held(right, rightDigits)) {
        assertThat(likeness(one, other)).isEqualTo(expected);
      }
    }
  }

  private static List<Value> held(Instant instant, int digits) {
    return List.of(
        new Value.Moment(instant, digits),
        new Value.LocalMoment(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), digits));
  }

  /** How many whole steps have passed since 1970, counted toward the past. */
  private static BigInteger steps(Instant instant, BigInteger step) {
    BigInteger nanos =
        BigInteger.valueOf(instant.getEpochSecond())
            .multiply(BigInteger.TEN.pow(9))
            .add(BigInteger.valueOf(instant.getNano()));
    return nanos.subtract(nanos.mod(step)).divide(step);
  }

  @Property(tries = CASES, edgeCases = EdgeCasesMode.NONE)
  void orderOfFieldsIsNoData(
      @ForAll("documents") Map<String, Value> fields,
      @ForAll("documents") Map<String, Value> others,
      @ForAll Random random) {
    List<String> names = new ArrayList<>(fields.keySet());
    Collections.shuffle(names, random);
    TreeMap<String, Value> shuffled = new TreeMap<>(Collections.reverseOrder());
    names.forEach(name -> shuffled.put(name, fields.get(name)));
    Value other = document(others);
    assertThat(likeness(new Value.Document(shuffled), other))
        .isEqualTo(likeness(document(fields), other));
  }

  @Property(tries = CASES, edgeCases = EdgeCasesMode.NONE)
  void oneCertainDifferenceIsEnough(
      @ForAll("documents") Map<String, Value> left, @ForAll("documents") Map<String, Value> right) {
    Map<String, Value> one = new TreeMap<>(left);
    Map<String, Value> other = new TreeMap<>(right);
    one.put("certain", Value.number(1));
    other.put("certain", Value.number(2));
    assertThat(likeness(document(one), document(other))).isEqualTo(DIFFERENT);
    assertThat(likeness(list(List.copyOf(one.values())), list(List.of()))).isEqualTo(DIFFERENT);
  }

  @Test
  void partThatCannotBeComparedMakesTheWholeIncomparable() {
    assertThat(likeness(document(Map.of("a", UNMAPPED)), document(Map.of("a", UNMAPPED))))
        .isEqualTo(INCOMPARABLE);
    assertThat(likeness(list(List.of(Value.number(1))), list(List.of(Value.text("1")))))
        .isEqualTo(INCOMPARABLE);
    assertThat(likeness(document(Map.of()), document(Map.of("a", Value.NULL))))
        .isEqualTo(DIFFERENT);
  }

  @Test
  void kindsThatLookAlikeAreIncomparable() {
    Value labels = new Value.Labels(new TreeSet<>(Set.of("a")));
    assertThat(likeness(labels, list(List.of(Value.text("a"))))).isEqualTo(INCOMPARABLE);
    assertThat(likeness(labels, Value.text("a"))).isEqualTo(INCOMPARABLE);
    assertThat(likeness(Value.text("1"), Value.number(1))).isEqualTo(INCOMPARABLE);
    assertThat(likeness(Value.text("00"), new Value.Bytes("00"))).isEqualTo(INCOMPARABLE);
    assertThat(likeness(new Value.Bool(true), Value.number(1))).isEqualTo(INCOMPARABLE);
    assertThat(likeness(document(Map.of()), list(List.of()))).isEqualTo(INCOMPARABLE);
  }

  @Test
  void nullJsonNullAbsentAndEmptyAreFourThings() {
    List<Optional<Value>> nothings =
        List.of(
            Optional.empty(),
            Optional.of(Value.NULL),
            Optional.of(Value.JSON_NULL),
            Optional.of(Value.text("")));
    for (Optional<Value> one : nothings) {
      for (Optional<Value> other : nothings) {
        assertThat(CompareValue.likeness(one, other))
            .isEqualTo(one.equals(other) ? SAME : DIFFERENT);
      }
    }
  }

  private static Likeness likeness(Value left, Value right) {
    return CompareValue.likeness(Optional.of(left), Optional.of(right));
  }

  private static Value document(Map<String, Value> fields) {
    return new Value.Document(new TreeMap<>(fields));
  }

  private static Value list(List<Value> elements) {
    return new Value.Array(elements);
  }

  /** Few of each, so that two of them are often equal, and neighbours of the edges. */
  @Provide
  Arbitrary<BigDecimal> numbers() {
    Arbitrary<BigDecimal> edges =
        Arbitraries.of("0", "1", "0.1", "1e20", "9223372036854775807", "18446744073709551615")
            .map(BigDecimal::new);
    Arbitrary<BigDecimal> doubles =
        Arbitraries.of(0.1, -0.0, 1e300, Double.MIN_VALUE, Double.MAX_VALUE).map(BigDecimal::new);
    Arbitrary<BigDecimal> steps =
        Arbitraries.of("-1", "0", "0", "0", "1", "1e-30").map(BigDecimal::new);
    return Combinators.combine(
            Arbitraries.oneOf(edges, doubles, someDecimals()), steps, Arbitraries.of(1, -1))
        .as((edge, step, sign) -> edge.add(step).multiply(BigDecimal.valueOf(sign)));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.of("\u00e9", "e\u0301", "x", "x ", " x", "", "\ud83d\ude00", "\ud83d", "\u0000")
            .list()
            .ofMaxSize(2)
            .map(some -> String.join("", some)),
        Arbitraries.strings().ofMaxLength(6));
  }

  private static Arbitrary<BigDecimal> someDecimals() {
    return Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(-30, 30))
        .as(BigDecimal::valueOf);
  }

  @Provide
  Arbitrary<Instant> instants() {
    Arbitrary<Long> seconds =
        Arbitraries.oneOf(
            Arbitraries.of(-1L, 0L, 1L, -62_135_596_801L, 253_402_300_799L),
            Arbitraries.longs().between(-100_000_000_000L, 300_000_000_000L));
    Arbitrary<Long> nanos =
        Arbitraries.of(0L, 1L, 999L, 1_000L, 999_999L, 123_456_789L, 500_000_000L, 999_999_999L);
    return Combinators.combine(seconds, nanos).as(Instant::ofEpochSecond);
  }

  @Provide
  Arbitrary<Map<String, Value>> documents() {
    return Arbitraries.maps(Arbitraries.of("a", "b", "c", "d"), nested(1)).ofMaxSize(4);
  }

  @Provide
  Arbitrary<Value> values() {
    return nested(2);
  }

  private Arbitrary<Value> nested(int depth) {
    Arbitrary<Value> scalars =
        Arbitraries.oneOf(
            Arbitraries.of(Value.NULL, Value.JSON_NULL, UNMAPPED, new Value.Bool(true)),
            Arbitraries.of(others()),
            numbers().map(Value::number),
            texts().map(Value::text),
            Combinators.combine(instants(), Arbitraries.integers().between(0, 9))
                .as(CompareValueTest::held)
                .flatMap(Arbitraries::of));
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<Value> inner = nested(depth - 1);
    return Arbitraries.oneOf(
        scalars,
        inner.list().ofMaxSize(3).map(CompareValueTest::list),
        Arbitraries.maps(Arbitraries.of("a", "b", "c"), inner)
            .ofMaxSize(3)
            .map(CompareValueTest::document));
  }

  private static List<Value> others() {
    return List.of(
        new Value.NotFinite(Double.NaN),
        new Value.NotFinite(Double.POSITIVE_INFINITY),
        new Value.Date(LocalDate.EPOCH),
        new Value.Time(LocalTime.NOON),
        new Value.Span(Duration.ofDays(1)),
        new Value.Uuid(new UUID(1, 2)),
        new Value.Bytes("00ff"),
        new Value.Labels(new TreeSet<>(Set.of("a"))));
  }
}
