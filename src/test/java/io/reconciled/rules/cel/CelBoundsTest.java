package io.reconciled.rules.cel;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Value;
import io.reconciled.rules.Condition;
import io.reconciled.rules.Condition.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CelBoundsTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Value LIST =
      new Value.Array(Collections.nCopies(1_000, Value.text("a".repeat(1_000))));
  private static final Value LONG = Value.text("a".repeat(1_000_000));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "crm.a.all(w, crm.a.all(x, crm.a.all(y, crm.a.all(z, w != 'b'))))",
        "crm.a.map(x, crm.a.map(y, crm.a.map(z, z))) == []",
        "crm.a.filter(x, crm.a.filter(y, y.contains(x + x)) == []) == crm.a",
        "size(crm.a.map(x, crm.a)) == 1000 && crm.a.map(x, crm.a) == crm.a.map(x, crm.a)",
        "billing.b.contains(billing.b.substring(1) + 'b')",
        "[0, 1, 2, 3, 4, 5].all(x, billing.b.matches('(a?){200}b$'))",
        "crm.a.all(x, crm.a.all(y, billing.b == billing.b))",
        "crm.a.all(x, crm.a.all(y, billing.b.split('').size() > 0))",
      })
  void stopsBeforeLong(String source) {
    Condition condition = Expr.compiled(source);
    Assertions.assertTimeoutPreemptively(
        SOON,
        () -> assertThat(Expr.decide(source, LIST, LONG)).isInstanceOf(Outcome.Undecided.class));
    assertThat(condition.source()).isEqualTo(source);
  }

  @Test
  void growsNoTextNumberOrListWithoutBound() {
    String doubled = ".map(x, x + x)".repeat(25);
    String nested = ".map(x, [x, x])".repeat(25);
    String squared = ".map(x, x * x)".repeat(25);
    Assertions.assertTimeoutPreemptively(
        SOON,
        () -> {
          assertThat(Expr.compute("['ab']" + doubled)).isEqualTo(Evaluation.TOO_LONG);
          assertThat(Expr.compute("[[1]]" + doubled)).isEqualTo(Evaluation.TOO_MUCH);
          assertThat(Expr.compute("[0]" + nested)).isEqualTo(Evaluation.TOO_MUCH);
          assertThat(Expr.compute("[1.1]" + squared)).isInstanceOf(Value.Unmapped.class);
          assertThat(Expr.compute("['aaaa']" + ".map(x, x.replace('a', x))".repeat(25)))
              .isEqualTo(Evaluation.TOO_LONG);
        });
  }

  @Test
  void equalityOfDeepSharedListsEnds() {
    String nested = "[0]" + ".map(x, [x, x])".repeat(25);
    Assertions.assertTimeoutPreemptively(
        SOON,
        () -> assertThat(Expr.compute(nested + " == " + nested)).isEqualTo(Evaluation.TOO_MUCH));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(((a{1000}){1000}){1000})",
        "(\\\\Q)\\\\Ea{1000}){1000}",
        "([[:alpha:](]a{1000}){1000}",
      })
  void refusesPatternsThatAreLargeWrittenOut(String pattern) {
    assertThat(Expr.objections("crm.a.matches('" + pattern + "')"))
        .singleElement()
        .asString()
        .startsWith("has a pattern that is too large");
  }

  @Test
  void refusesSourcesThatAreLongOrDeep() {
    assertThat(Expr.objections("1 == " + "1 + ".repeat(1_000) + "1")).hasSize(1);
    assertThat(Expr.objections("1 == " + "1 + ".repeat(490) + "1")).hasSize(1);
    assertThat(Expr.objections("(".repeat(900) + "true" + ")".repeat(900))).hasSize(1);
    assertThat(Expr.objections("!".repeat(1_999) + "true")).hasSizeLessThan(2);
    assertThat(Expr.objections("[".repeat(1_000))).isNotEmpty();
    assertThat(Expr.objections("crm.a" + ".b".repeat(900) + " == 1")).hasSize(1);
  }

  @Test
  void largeNumbersOfTheStoresAreComparedButNotMultiplied() {
    Value large = Value.number(BigDecimal.TEN.pow(100_000).add(BigDecimal.ONE));
    assertThat(Expr.decide("crm.a > billing.b", large, Value.number(1)))
        .isEqualTo(new Outcome.Decided(true));
    assertThat(Expr.compute("a * a == 1", Map.of("a", large))).isInstanceOf(Value.Unmapped.class);
    assertThat(Expr.compute("[a]", Map.of("a", Value.number(1))))
        .isEqualTo(new Value.Array(List.of(Value.number(1))));
  }
}
