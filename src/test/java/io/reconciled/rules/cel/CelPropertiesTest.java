package io.reconciled.rules.cel;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Value;
import io.reconciled.rules.Condition;
import io.reconciled.rules.Condition.Outcome;
import io.reconciled.rules.Expressions.Compiled;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CelPropertiesTest {
  private static final List<String> SAMPLE =
      List.of(
          "crm.a == billing.b",
          "crm.a < billing.b || crm.a >= billing.b",
          "crm.a + billing.b == crm.a - billing.b",
          "crm.a * billing.b != crm.a / billing.b",
          "crm.a % billing.b == -crm.a",
          "crm.a in billing.b",
          "crm.a[billing.b] == 1",
          "crm.a.x.y == null",
          "size(crm.a) == size(billing.b)",
          "crm.a.contains(billing.b) || crm.a.startsWith(billing.b)",
          "crm.a.split(billing.b).join(billing.b) == crm.a.replace(billing.b, crm.a)",
          "crm.a.substring(billing.b) == crm.a.trim().lowerAscii()",
          "crm.a.matches('[a-z]+') ? crm.a : billing.b",
          "crm.a.all(x, x == billing.b)",
          "crm.a.map(x, x + billing.b) == crm.a.filter(x, x != billing.b)",
          "int(crm.a) == double(billing.b)",
          "string(crm.a) == string(billing.b)",
          "timestamp(crm.a) - timestamp(billing.b) == duration(crm.a)",
          "date(crm.a) == date(billing.b) || time(crm.a) == time(billing.b)",
          "timestamp(crm.a) + duration(billing.b) > timestamp(crm.a)",
          "crm.a + billing.b > crm.a - billing.b",
          "crm.a.getFullYear() == billing.b.getSeconds()",
          "bool(crm.a) && !crm.a");

  @Property
  void anyTextIsCompiledOrRefused(@ForAll String source) {
    assertThat(Expr.condition(source)).isNotNull();
  }

  @Property
  void anyExpressionOfPartsIsCompiledOrRefused(@ForAll("sources") String source) {
    switch (Expr.condition(source)) {
      case Compiled.Sound<Condition> sound ->
          assertThat(sound.expression().over(Map.of())).isNotNull();
      case Compiled.Refused<Condition> refused -> assertThat(refused.objections()).isNotEmpty();
    }
  }

  @Property
  void anyValuesHaveAnOutcome(
      @ForAll("expressions") String source, @ForAll("values") Value a, @ForAll("values") Value b) {
    Condition.Outcome outcome = Expr.decide(source, a, b);
    if (outcome instanceof Outcome.Undecided undecided) {
      assertThat(undecided.why()).isNotBlank().doesNotContain("\n");
    }
  }

  @Property
  void numbersCompareAndComputeAsBigDecimals(@ForAll BigDecimal a, @ForAll BigDecimal b) {
    Map<String, Value> attributes = Map.of("a", Value.number(a), "b", Value.number(b));
    assertThat(Expr.compute("a < b", attributes)).isEqualTo(new Value.Bool(a.compareTo(b) < 0));
    assertThat(Expr.compute("a == b", attributes)).isEqualTo(new Value.Bool(a.compareTo(b) == 0));
    assertThat(Expr.compute("a + b", attributes)).isEqualTo(Value.number(a.add(b)));
    assertThat(Expr.compute("a - b", attributes)).isEqualTo(Value.number(a.subtract(b)));
    assertThat(Expr.compute("a * b", attributes)).isEqualTo(Value.number(a.multiply(b)));
    assertThat(Expr.compute("a == " + literal(a), attributes)).isEqualTo(new Value.Bool(true));
  }

  @Property
  void wholeNumbersNeverOverflow(@ForAll long a, @ForAll long b) {
    Map<String, Value> attributes = Map.of("a", Value.number(a), "b", Value.number(b));
    BigInteger x = BigInteger.valueOf(a);
    BigInteger y = BigInteger.valueOf(b);
    assertThat(Expr.compute("a + b", attributes)).isEqualTo(Value.number(x.add(y)));
    assertThat(Expr.compute("a - b", attributes)).isEqualTo(Value.number(x.subtract(y)));
    assertThat(Expr.compute("a * b", attributes)).isEqualTo(Value.number(x.multiply(y)));
    assertThat(Expr.compute("-a", attributes)).isEqualTo(Value.number(x.negate()));
  }

  private static String literal(BigDecimal number) {
    String plain = number.toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }

  @Provide
  Arbitrary<String> expressions() {
    return Arbitraries.of(SAMPLE);
  }

  @Provide
  Arbitrary<String> sources() {
    return Arbitraries.of(
            "crm",
            ".",
            "a",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "1",
            "-",
            "0.5",
            "1u",
            "'x'",
            "==",
            "+",
            "&&",
            "||",
            "?",
            ":",
            ",",
            "all",
            "map",
            "has",
            "x",
            "billing.b",
            " ",
            "in",
            "null",
            "!",
            "\"",
            "`",
            "\\",
            "b'",
            "size",
            "matches",
            "@",
            "true",
            "\n",
            "//")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<Value> values() {
    Arbitrary<Value> scalars =
        Arbitraries.oneOf(
            Arbitraries.of(
                Value.NULL,
                new Value.Bool(true),
                Value.number(Double.NaN),
                Value.number(Double.NEGATIVE_INFINITY),
                new Value.Moment(Instant.MAX, 9),
                new Value.Moment(Instant.MIN, 0),
                new Value.LocalMoment(LocalDateTime.MAX, 6),
                new Value.Date(LocalDate.MIN),
                new Value.Date(LocalDate.MAX),
                new Value.Time(LocalTime.MAX),
                new Value.Span(Duration.ofSeconds(Long.MIN_VALUE)),
                new Value.Span(Duration.ofSeconds(Long.MAX_VALUE, 999_999_999)),
                new Value.Uuid(new UUID(1, 2)),
                new Value.Labels(new TreeSet<>(List.of("x", "y"))),
                new Value.Unmapped("polygon")),
            Arbitraries.longs().map(Value::number),
            Arbitraries.integers().between(-3, 3).map(Value::number),
            Arbitraries.bigDecimals().map(Value::number),
            Arbitraries.strings().ofMaxLength(5).map(Value::text),
            Arbitraries.of("2024-01-01T00:00:00Z", "1h", "9h9", "0.0", "1e9", "", "true", "12:00")
                .map(Value::text),
            Arbitraries.bytes().array(byte[].class).ofMaxSize(4).map(Value::bytes));
    return Arbitraries.lazyOf(
        () -> scalars,
        () -> scalars,
        () -> values().list().ofMaxSize(3).map(Value.Array::new),
        () ->
            Arbitraries.maps(Arbitraries.of("x", "y", "z"), values())
                .ofMaxSize(2)
                .map(fields -> new Value.Document(new TreeMap<>(fields))));
  }
}
