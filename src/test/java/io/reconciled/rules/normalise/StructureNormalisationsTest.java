package io.reconciled.rules.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers, times, nulls, lists and documents. */
class StructureNormalisationsTest {

  @ParameterizedTest
  @CsvSource({
    "2024-02-29T13:14:15.123456Z, ms, 2024-02-29T13:14:15.123Z, 3",
    "2024-02-29T13:14:15.123456Z, s, 2024-02-29T13:14:15Z, 0",
    "2024-02-29T13:14:15.123456Z, m, 2024-02-29T13:14:00Z, 0",
    "2024-02-29T13:14:15.123456Z, h, 2024-02-29T13:00:00Z, 0",
    "2024-02-29T13:14:15.123456Z, day, 2024-02-29T00:00:00Z, 0",
    "1969-12-31T23:59:59.999999Z, s, 1969-12-31T23:59:59Z, 0",
    "-0001-01-01T00:00:00.000001Z, day, -0001-01-01T00:00:00Z, 0"
  })
  void momentIsCutTowardThePast(Instant before, String unit, Instant after, int digits) {
    assertThat(apply("truncate", new Value.Moment(before, 6), unit))
        .contains(new Value.Moment(after, digits));
  }

  @Test
  void digitsThatAColumnLacksAreNotAdded() {
    assertThat(apply("truncate", new Value.Moment(Instant.EPOCH, 0), "ms"))
        .contains(new Value.Moment(Instant.EPOCH, 0));
  }

  @Test
  void timeOfDayIsCutButHasNoDay() {
    Value time = new Value.Time(LocalTime.parse("13:14:15.9"));
    assertThat(apply("truncate", time, "m")).contains(new Value.Time(LocalTime.parse("13:14")));
    assertThat(apply("truncate", time, "day")).contains(time);
  }

  @ParameterizedTest
  @CsvSource({
    "0.125, 2, 0.13",
    "-0.125, 2, -0.13",
    "0.12499, 2, 0.12",
    "1.999, 2, 2",
    "0.4, 0, 0",
    "0.5, 0, 1",
    "0.05, 0, 0",
    "1e-400, 30, 0",
    "12345678901234567890.5, 0, 12345678901234567891"
  })
  void halfIsRoundedAwayFromZero(BigDecimal before, String digits, BigDecimal after) {
    assertThat(apply("round", Value.number(before), digits)).contains(Value.number(after));
  }

  @Test
  @Timeout(5)
  void tinyNumberIsRoundedWithoutWritingItsZeros() {
    assertThat(apply("round", Value.number(new BigDecimal("9e-149999")), "2"))
        .contains(Value.number(0));
  }

  @Test
  void nullWithinAValueIsNoNullValue() {
    Value list = new Value.Array(List.of(Value.NULL));
    assertThat(apply("null-is-absent", list)).contains(list);
    assertThat(apply("null-is-absent", Value.text(""))).contains(Value.text(""));
    assertThat(normalisation("null-is-empty").apply(Optional.empty())).isEmpty();
  }

  @Test
  void listIsSortedWhateverItHoldsAndItsElementsStay() {
    Value inner = new Value.Array(List.of(Value.number(2), Value.number(1)));
    Value document = document(Map.of("a", Value.NULL));
    Value half = Value.number(new BigDecimal("1.5"));
    Value one = Value.number(1);
    Value two = Value.number(2);
    assertThat(
            apply(
                "sorted",
                new Value.Array(
                    List.of(document, inner, two, Value.text("a"), half, Value.NULL, two, one))))
        .contains(
            new Value.Array(
                List.of(Value.NULL, one, half, two, two, Value.text("a"), inner, document)));
  }

  @Test
  void pathIsFollowedThroughListsAndNoFurther() {
    Value line = document(Map.of("id", Value.number(1), "sku", Value.text("x")));
    Value rest = document(Map.of("sku", Value.text("x")));
    Value whole =
        document(
            Map.of(
                "id", Value.number(9),
                "lines", new Value.Array(List.of(line, Value.number(3), line)),
                "only", document(Map.of("id", Value.NULL))));
    assertThat(apply("ignore", whole, "lines.id", "only.id", "none.id"))
        .contains(
            document(
                Map.of(
                    "id", Value.number(9),
                    "lines", new Value.Array(List.of(rest, Value.number(3), rest)),
                    "only", document(Map.of()))));
  }

  @Test
  void traceNamesTheStepsThatChangedSomething() {
    Pipeline pipeline =
        new Pipeline(
            List.of(normalisation("trim"), normalisation("nfc"), normalisation("case-fold")));
    assertThat(pipeline.trace(Optional.of(Value.text(" A"))))
        .containsExactly(change("trim", " A", "A"), change("case-fold", "A", "a"));
    assertThat(pipeline.trace(Optional.of(new Value.Span(Duration.ZERO)))).isEmpty();
    assertThat(Pipeline.EMPTY.apply(Optional.of(Value.NULL))).contains(Value.NULL);
  }

  private static Pipeline.Change change(String name, String before, String after) {
    return new Pipeline.Change(
        name, Optional.of(Value.text(before)), Optional.of(Value.text(after)));
  }

  private static Value document(Map<String, Value> fields) {
    return new Value.Document(new TreeMap<>(fields));
  }

  private static Optional<Value> apply(String name, Value value, String... parameters) {
    return normalisation(name, parameters).apply(Optional.of(value));
  }

  private static Normalisation normalisation(String name, String... parameters) {
    return ((Made.Sound) Normalisations.make(name, List.of(parameters))).normalisation();
  }
}
