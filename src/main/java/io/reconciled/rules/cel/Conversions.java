package io.reconciled.rules.cel;

import io.reconciled.model.Value;

/** Functions that make one kind of value of another. */
final class Conversions {
  private Conversions() {}

  /**
   * A whole number: of a number, cut toward zero; of a text; of a timestamp, its seconds since
   * 1970.
   */
  static Value toInt(Evaluation evaluation, Value[] one) {
    return switch (one[0]) {
      case Value.Whole whole -> whole;
      case Value.Decimal decimal -> Numbers.whole(decimal);
      case Value.Moment moment -> Value.number(moment.instant().getEpochSecond());
      case Value.Text text -> {
        Value number = Numbers.read(text.text());
        yield Numbers.is(number) ? Numbers.whole(number) : number;
      }
      default -> Body.MISFIT;
    };
  }

  /** A number: of a text, exactly the decimal number that it writes. */
  static Value toNumber(Evaluation evaluation, Value[] one) {
    return switch (one[0]) {
      case Value.Whole whole -> whole;
      case Value.Decimal decimal -> decimal;
      case Value.NotFinite special -> special;
      case Value.Text text -> Numbers.read(text.text());
      default -> Body.MISFIT;
    };
  }

  static Value toText(Evaluation evaluation, Value[] one) {
    return switch (one[0]) {
      case Value.Text text -> text;
      case Value.Whole whole -> Value.text(whole.toString());
      case Value.Decimal decimal -> Value.text(decimal.toString());
      case Value.NotFinite special -> Value.text(special.toString());
      case Value.Bool bool -> Value.text(bool.toString());
      case Value.Moment moment -> Value.text(moment.toString());
      case Value.Date date -> Value.text(date.toString());
      case Value.Time time -> Value.text(time.toString());
      case Value.Span span -> Value.text(span.toString());
      default -> Body.MISFIT;
    };
  }

  static Value toBool(Evaluation evaluation, Value[] one) {
    return switch (one[0]) {
      case Value.Bool bool -> bool;
      case Value.Text text when text.text().equals("true") -> new Value.Bool(true);
      case Value.Text text when text.text().equals("false") -> new Value.Bool(false);
      default -> Body.MISFIT;
    };
  }
}
