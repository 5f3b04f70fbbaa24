package io.reconciled.compare;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.Reading;
import io.reconciled.model.Readings;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.model.Value;
import io.reconciled.rules.Amount;
import io.reconciled.rules.Check;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Whether the rows of a key are as many, or add up to as much, as the other side says. */
final class CompareAmounts {
  private CompareAmounts() {}

  static Verdict verdict(Check.Count rule, Readings readings) {
    return verdict(
        rows(rule.of(), readings),
        otherSide(rule.equals(), readings),
        BigDecimal.ZERO,
        new Finding(
            Finding.Kind.MISCOUNTED,
            List.of(),
            new TreeSet<>(List.of(rule.of())),
            Optional.of(rule.equals().dataset())));
  }

  static Verdict verdict(Check.Sum rule, Readings readings) {
    return verdict(
        total(rule, readings),
        otherSide(rule.equals(), readings),
        rule.tolerance(),
        new Finding(
            Finding.Kind.MISTOTALLED,
            List.of(rule.attribute()),
            new TreeSet<>(List.of(rule.of())),
            Optional.of(rule.equals().dataset())));
  }

  /** What one side comes to. */
  private sealed interface Side {
    record Is(BigDecimal amount) implements Side {}

    /** It has nothing to say of the key, which is then no matter of this rule. */
    record Nothing() implements Side {}

    record Unknown(UnverifiedReason reason, String detail) implements Side {}
  }

  private static Verdict verdict(Side one, Side other, BigDecimal tolerance, Finding broken) {
    if (one instanceof Side.Unknown(UnverifiedReason reason, String detail)) {
      return new Verdict.Unverified(reason, detail);
    }
    if (other instanceof Side.Unknown(UnverifiedReason reason, String detail)) {
      return new Verdict.Unverified(reason, detail);
    }
    return one instanceof Side.Is(BigDecimal left)
            && other instanceof Side.Is(BigDecimal right)
            && !Amounts.within(left, right, tolerance)
        ? new Verdict.Inconsistent(broken)
        : Verdict.CONSISTENT;
  }

  private static Side otherSide(Amount amount, Readings readings) {
    return switch (amount) {
      case Amount.Rows(DatasetName dataset) -> rows(dataset, readings);
      case Amount.Of(DatasetName dataset, String attribute) ->
          switch (readings.of(dataset)) {
            case Image.Present image -> number(image.attributes(), attribute, dataset);
            case Image.Absent absent -> new Side.Nothing();
            case Reading other -> unknown(dataset, other);
          };
    };
  }

  private static Side rows(DatasetName dataset, Readings readings) {
    return switch (readings.of(dataset)) {
      case Image.Absent absent -> new Side.Is(BigDecimal.ZERO);
      case Image.Present one -> new Side.Is(BigDecimal.ONE);
      case Image.Several(List<Map<String, Value>> rows) ->
          new Side.Is(BigDecimal.valueOf(rows.size()));
      case Reading other -> unknown(dataset, other);
    };
  }

  private static Side total(Check.Sum rule, Readings readings) {
    return switch (readings.of(rule.of())) {
      case Image.Absent absent -> new Side.Is(BigDecimal.ZERO);
      case Image.Present(Map<String, Value> row) -> number(row, rule.attribute(), rule.of());
      case Image.Several(List<Map<String, Value>> rows) -> total(rule, rows);
      case Reading other -> unknown(rule.of(), other);
    };
  }

  private static Side total(Check.Sum rule, List<Map<String, Value>> rows) {
    BigDecimal total = BigDecimal.ZERO;
    for (Map<String, Value> row : rows) {
      switch (number(row, rule.attribute(), rule.of())) {
        case Side.Is(BigDecimal amount) -> total = total.add(amount);
        case Side other -> {
          return other;
        }
      }
    }
    return new Side.Is(total);
  }

  private static Side number(Map<String, Value> row, String attribute, DatasetName dataset) {
    Optional<Value> value = Optional.ofNullable(row.get(attribute));
    return value
        .flatMap(Amounts::number)
        .<Side>map(Side.Is::new)
        .orElseGet(() ->
            new Side.Unknown(
                UnverifiedReason.TYPE,
                "%s in %s is no number: %s".formatted(attribute, dataset, Attribute.kind(value))));
  }

  private static Side unknown(DatasetName dataset, Reading reading) {
    return reading instanceof Unread(UnverifiedReason reason, String detail)
        ? new Side.Unknown(reason, detail)
        : new Side.Unknown(UnverifiedReason.DUPLICATE, dataset + ": several rows carry the key");
  }
}
