package io.reconciled.rules.cel;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Value;
import io.reconciled.rules.Computation;
import io.reconciled.rules.Condition;
import io.reconciled.rules.Expressions.Compiled;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compiles and evaluates in one line. */
final class Expr {
  private Expr() {}

  /** What {@code source} comes to where crm.a and billing.b are these. */
  static Condition.Outcome decide(String source, Value a, Value b) {
    return compiled(source)
        .over(
            Map.of(
                new DatasetName("crm"), Map.of("a", a),
                new DatasetName("billing"), Map.of("b", b)));
  }

  /** A condition over crm.a, crm.gone, billing.b; refusal fails the test. */
  static Condition compiled(String source) {
    return switch (condition(source)) {
      case Compiled.Sound<Condition> sound -> sound.expression();
      case Compiled.Refused<Condition> refused ->
          throw new AssertionError(source + " " + refused.objections());
    };
  }

  static Compiled<Condition> condition(String source) {
    return new CelExpressions()
        .condition(
            source,
            Map.of(
                new DatasetName("crm"), Set.of("a", "gone", "plan-id"),
                new DatasetName("billing"), Set.of("b", "limit"),
                new DatasetName("crm-eu"), Set.of("a")));
  }

  static List<String> objections(String source) {
    return switch (condition(source)) {
      case Compiled.Sound<Condition> sound -> List.of();
      case Compiled.Refused<Condition> refused -> refused.objections();
    };
  }

  /** What {@code source} computes of the attributes; each is named. */
  static Value compute(String source, Map<String, Value> attributes) {
    Set<String> known = new HashMap<>(attributes).keySet();
    return switch (new CelExpressions().computation(source, known)) {
      case Compiled.Sound<Computation> sound -> sound.expression().over(attributes);
      case Compiled.Refused<Computation> refused ->
          throw new AssertionError(source + " " + refused.objections());
    };
  }

  static Value compute(String source) {
    return compute(source, Map.of());
  }
}
