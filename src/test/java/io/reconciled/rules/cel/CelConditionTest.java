package io.reconciled.rules.cel;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Value;
import io.reconciled.rules.Condition.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CelConditionTest {
  private static final Value ONE = Value.number(1);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "crm.a == 12.34             | 12.340                 | true",
        "crm.a == 12.34             | 12.3400000000000000001 | false",
        "crm.a == 0.1               | 0.1                    | true",
        "crm.a < 0.1                | 0.09999999999999999999 | true",
        "crm.a * 3 == 0.3           | 0.1                    | true",
        "crm.a + 1 > crm.a          | 9223372036854775807    | true",
        "crm.a + 1 == 9223372036854775808.0 | 9223372036854775807 | true",
        "crm.a == 123456789012345678901234567890.0 | 123456789012345678901234567890 | true",
        "crm.a > 9223372036854775807 | 18446744073709551615  | true",
        "crm.a / 4 == 0.25          | 1                      | true",
        "crm.a % 2 == 1             | 7                      | true",
        "crm.a == -1.5              | -1.5                   | true",
        "crm.a == 1u                | 1.0                    | true",
        "crm.a in [1, 2.5]          | 2.50                   | true",
      })
  void numbersAreExact(String source, BigDecimal a, boolean truth) {
    assertThat(Expr.decide(source, Value.number(a), ONE)).isEqualTo(new Outcome.Decided(truth));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "has(crm.a) && !has(crm.gone)",
        "!has(crm.gone) || crm.gone > 3",
        "crm.gone > 3 || billing.b == 1",
        "crm.a == 'Straße' && crm.a != 'Strasse'",
        "crm.a.startsWith('Str') && crm.a.endsWith('e') && crm.a.contains('aß')",
        "crm.a.matches('^S[a-zß]+$')",
        "size(crm.a) == 6 && crm.a.size() == 6",
        "crm.a.substring(3) == 'aße' && crm.a.substring(0, 3) == 'Str'",
        "crm.a.replace('ß', 'ss') == 'Strasse'",
        "crm.a.split('r').join('-') == 'St-aße'",
        "crm.a.lowerAscii() == 'straße' && ' x '.trim() == 'x'",
        "[1, 2, 3].exists(n, n > 2) && [1, 2].all(n, n > 0) && [1, 2].exists_one(n, n == 2)",
        "[1, 2, 3].filter(n, n > 1).map(n, n * 2) == [4, 6]",
        "{'x': 1}.x == 1 && 'x' in {'x': 1} && {'x': 2}['x'] == 2",
        "(billing.b == 1 ? 'a' : 'b') == 'a'",
        "int('12') == 12 && int(12.9) == 12 && double('0.1') == 0.1 && string(1.50) == '1.5'",
        "timestamp('2024-01-01T00:00:00Z') + duration('1h30m') == timestamp('2024-01-01T02:30:00+01:00')",
        "timestamp('2024-03-01T00:00:00Z').getMonth() == 2",
        "date('2024-03-01') - date('2024-02-28') == duration('48h')",
        "date('2024-03-01') < date('2024-10-01')",
        "crm.a != null",
        "'\uE000' < '😀'",
        "b'ab' + b'c' == b'abc'",
      })
  void holds(String source) {
    assertThat(Expr.decide(source, Value.text("Straße"), ONE)).isEqualTo(new Outcome.Decided(true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "crm.a >= billing.b   | '>=' (column 7) does not take crm.a (text) and billing.b (number)",
        "crm.a == billing.b   | '==' (column 7) does not take crm.a (text) and billing.b (number)",
        "crm.a in [1]         | 'in' (column 7) does not take crm.a (text) and list",
        "crm.gone == 1        | crm.gone is absent",
        "crm.a.name == 1      | crm.a.name cannot be read, since a text has no fields",
        "crm.a.all(x, x == 1) | crm.a, a text, has no elements to go through",
        "billing.b / 0 == 1   | the expression divides by zero",
        "crm.a && true        | '&&' (column 7) does not take crm.a (text)",
        "crm.a                | crm.a is of the kind text, neither true nor false",
        "[1][3] == 1          | a list has no such element",
        "timestamp(crm.a) > timestamp('2024-01-01T00:00:00Z') | a text that is to be a timestamp is none",
      })
  void saysWhyItIsUndecided(String source, String why) {
    assertThat(Expr.decide(source, Value.text("secret"), ONE))
        .isEqualTo(new Outcome.Undecided(why));
  }

  @Test
  void nullEqualsNullOnlyAndHasNoOrder() {
    assertThat(Expr.decide("crm.a == null", Value.NULL, ONE)).isEqualTo(new Outcome.Decided(true));
    assertThat(Expr.decide("crm.a == billing.b", Value.NULL, ONE))
        .isEqualTo(new Outcome.Decided(false));
    assertThat(Expr.decide("crm.a >= 3", Value.NULL, ONE))
        .isEqualTo(new Outcome.Undecided("'>=' (column 7) does not take crm.a (null) and number"));
  }

  @Test
  void touchingAnUnmappedTypeIsUndecidedNotTouchingItIsNot() {
    Value polygon = new Value.Unmapped("polygon");
    assertThat(Expr.decide("crm.a == 1", polygon, ONE))
        .isEqualTo(new Outcome.Undecided("crm.a has the unmapped type polygon"));
    assertThat(Expr.decide("has(crm.a) && (billing.b == 1 || crm.a == 1)", polygon, ONE))
        .isEqualTo(new Outcome.Decided(true));
    Value nested = new Value.Array(List.of(polygon));
    assertThat(Expr.decide("crm.a == [1]", nested, ONE)).isInstanceOf(Outcome.Undecided.class);
  }

  @Test
  void timesCompareAtTheCoarserPrecision() {
    Value micros = new Value.Moment(Instant.parse("2024-01-01T00:00:00.123456Z"), 6);
    Value millis = new Value.Moment(Instant.parse("2024-01-01T00:00:00.123Z"), 3);
    Value local = new Value.LocalMoment(LocalDateTime.parse("2024-01-01T00:00:00.123"), 3);
    assertThat(Expr.decide("crm.a == billing.b", micros, millis))
        .isEqualTo(new Outcome.Decided(true));
    assertThat(Expr.decide("crm.a > billing.b", micros, local))
        .isEqualTo(new Outcome.Decided(false));
    assertThat(Expr.decide("crm.a > timestamp('2024-01-01T00:00:00.123Z')", micros, ONE))
        .isEqualTo(new Outcome.Decided(true));
  }

  @Test
  void storedKindsHaveTheirForms() {
    UUID uuid = UUID.fromString("00000000-0000-0000-0000-0000000000AB");
    assertThat(Expr.decide("crm.a.endsWith('ab')", new Value.Uuid(uuid), ONE))
        .isEqualTo(new Outcome.Decided(true));
    assertThat(
            Expr.decide(
                "crm.a < date('2024-01-02') && string(crm.a) == '2024-01-01'",
                new Value.Date(LocalDate.parse("2024-01-01")),
                ONE))
        .isEqualTo(new Outcome.Decided(true));
    assertThat(Expr.decide("crm.a == '2024'", new Value.Date(LocalDate.EPOCH), ONE))
        .isInstanceOf(Outcome.Undecided.class);
    Value plan = new Value.Document(new TreeMap<>(Map.of("minimum", Value.number(3))));
    assertThat(Expr.decide("has(crm.a.minimum) && crm.a.minimum > billing.b", plan, ONE))
        .isEqualTo(new Outcome.Decided(true));
    assertThat(Expr.decide("has(crm.a.most)", plan, ONE)).isEqualTo(new Outcome.Decided(false));
    Value infinite = Value.number(Double.POSITIVE_INFINITY);
    assertThat(Expr.decide("crm.a > billing.b", infinite, ONE))
        .isEqualTo(new Outcome.Decided(true));
  }

  @Test
  void namesItsDatasetsInTheOrderOfMention() {
    assertThat(Expr.compiled("has(billing.limit) && crm.a == billing.b").datasets())
        .containsExactly(new DatasetName("billing"), new DatasetName("crm"));
  }

  @Test
  void attributesWithADashAreQuoted() {
    assertThat(Expr.objections("crm.`plan-id` == 1")).isEmpty();
  }
}
