package io.reconciled.rules.cel;

import io.reconciled.model.Value;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The operators that work on values of several kinds. */
final class Operators {
  private static final Value OUT_OF_RANGE =
      new Value.Unmapped("the expression makes a time beyond what can be written");

  private Operators() {}

  static Value equal(Evaluation evaluation, Value[] pair) {
    return switch (Sameness.of(evaluation, pair[0], pair[1])) {
      case SAME -> new Value.Bool(true);
      case DIFFERENT -> new Value.Bool(false);
      case UNLIKE -> Body.MISFIT;
    };
  }

  static Value notEqual(Evaluation evaluation, Value[] pair) {
    return equal(evaluation, pair) instanceof Value.Bool same
        ? new Value.Bool(!same.truth())
        : Body.MISFIT;
  }

  static Value not(Evaluation evaluation, Value[] one) {
    return one[0] instanceof Value.Bool bool ? new Value.Bool(!bool.truth()) : Body.MISFIT;
  }

  static Value plus(Evaluation evaluation, Value[] pair) {
    if (Numbers.is(pair[0]) && Numbers.is(pair[1])) {
      return Numbers.add(pair[0], pair[1]);
    }
    return switch (pair[0]) {
      case Value.Text a when pair[1] instanceof Value.Text b ->
          Texts.ofLength((long) a.text().length() + b.text().length(), () -> a.text() + b.text());
      case Value.Bytes a when pair[1] instanceof Value.Bytes b ->
          (long) a.hex().length() + b.hex().length() > 2L * Evaluation.LONGEST
              ? Evaluation.TOO_LONG
              : new Value.Bytes(a.hex() + b.hex());
      case Value.Array a when pair[1] instanceof Value.Array b -> joined(evaluation, a, b);
      case Value.Moment a when pair[1] instanceof Value.Span b -> moved(a, b.duration());
      case Value.Span a when pair[1] instanceof Value.Moment b -> moved(b, a.duration());
      case Value.Span a when pair[1] instanceof Value.Span b -> span(a, b.duration());
      default -> Body.MISFIT;
    };
  }

  static Value minus(Evaluation evaluation, Value[] pair) {
    if (Numbers.is(pair[0]) && Numbers.is(pair[1])) {
      return Numbers.add(pair[0], Numbers.negate(pair[1]));
    }
    return switch (pair[0]) {
      case Value.Moment a when pair[1] instanceof Value.Moment b ->
          new Value.Span(Duration.between(b.instant(), a.instant()));
      case Value.Date a when pair[1] instanceof Value.Date b ->
          new Value.Span(Duration.ofDays(a.date().toEpochDay() - b.date().toEpochDay()));
      case Value.Moment a when pair[1] instanceof Value.Span b && negatable(b) ->
          moved(a, b.duration().negated());
      case Value.Span a when pair[1] instanceof Value.Span b && negatable(b) ->
          span(a, b.duration().negated());
      default -> Body.MISFIT;
    };
  }

  static Value times(Evaluation evaluation, Value[] pair) {
    return Numbers.is(pair[0]) && Numbers.is(pair[1])
        ? Numbers.multiply(pair[0], pair[1])
        : Body.MISFIT;
  }

  static Value over(Evaluation evaluation, Value[] pair) {
    return Numbers.is(pair[0]) && Numbers.is(pair[1])
        ? Numbers.divide(pair[0], pair[1])
        : Body.MISFIT;
  }

  static Value remainder(Evaluation evaluation, Value[] pair) {
    return Numbers.is(pair[0]) && Numbers.is(pair[1])
        ? Numbers.remainder(pair[0], pair[1])
        : Body.MISFIT;
  }

  static Value negative(Evaluation evaluation, Value[] one) {
    if (one[0] instanceof Value.Span span && negatable(span)) {
      return new Value.Span(span.duration().negated());
    }
    return Numbers.is(one[0]) ? Numbers.negate(one[0]) : Body.MISFIT;
  }

  /** Whether a list holds an equal element, or a map such a key. */
  static Value in(Evaluation evaluation, Value[] pair) {
    return switch (pair[1]) {
      case Value.Document map when pair[0] instanceof Value.Text key ->
          new Value.Bool(map.fields().containsKey(key.text()));
      case Value.Array list -> in(evaluation, pair[0], list.elements());
      default -> Body.MISFIT;
    };
  }

  private static Value in(Evaluation evaluation, Value wanted, List<Value> elements) {
    boolean unlike = false;
    for (Value element : elements) {
      if (!evaluation.spend(1)) {
        return Evaluation.TOO_MUCH;
      }
      Sameness same = Sameness.of(evaluation, wanted, Kind.meet(element, "an element"));
      if (same == Sameness.SAME) {
        return new Value.Bool(true);
      }
      unlike |= same == Sameness.UNLIKE;
    }
    return unlike ? Body.MISFIT : new Value.Bool(false);
  }

  static Value index(Evaluation evaluation, Value[] pair) {
    return switch (pair[0]) {
      case Value.Array list when pair[1] instanceof Value.Whole at ->
          at.number() < 0 || at.number() >= list.elements().size()
              ? new Value.Unmapped("a list has no such element")
              : Kind.meet(list.elements().get((int) at.number()), "an element");
      case Value.Document map when pair[1] instanceof Value.Text key -> {
        Value field = map.fields().get(key.text());
        yield field == null
            ? new Value.Unmapped("a map has no such key")
            : Kind.meet(field, "an element");
      }
      default -> Body.MISFIT;
    };
  }

  private static Value joined(Evaluation evaluation, Value.Array left, Value.Array right) {
    if (!evaluation.spend((long) left.elements().size() + right.elements().size())) {
      return Evaluation.TOO_MUCH;
    }
    List<Value> all = new ArrayList<>(left.elements());
    all.addAll(right.elements());
    return new Value.Array(all);
  }

  /** Keeps the moment's precision, or takes the finer one that the duration needs. */
  private static Value moved(Value.Moment moment, Duration by) {
    try {
      Instant moved = moment.instant().plus(by);
      return new Value.Moment(moved, Math.max(moment.digits(), Times.digits(by.toNanosPart())));
    } catch (DateTimeException | ArithmeticException beyond) {
      return OUT_OF_RANGE;
    }
  }

  private static Value span(Value.Span span, Duration more) {
    try {
      return new Value.Span(span.duration().plus(more));
    } catch (ArithmeticException beyond) {
      return OUT_OF_RANGE;
    }
  }

  private static boolean negatable(Value.Span span) {
    return span.duration().toSeconds() != Long.MIN_VALUE;
  }
}
