package io.reconciled.rules.convert;

import io.reconciled.model.Value;

/** What kind a value is of, for the reason why it is unmapped. */
final class KindInWords {
  private KindInWords() {}

  /** As in "number that is no UUID". */
  static Value.Unmapped isNo(String wanted, Value value) {
    return new Value.Unmapped(of(value) + " that is no " + wanted);
  }

  private static String of(Value value) {
    return switch (value) {
      case Value.Null none -> "null";
      case Value.JsonNull none -> "JSON null";
      case Value.Whole number -> "number";
      case Value.Decimal number -> "number";
      case Value.NotFinite number -> "number";
      case Value.Text text -> "text";
      case Value.Bool bool -> "truth";
      case Value.Moment moment -> "moment";
      case Value.LocalMoment moment -> "local time";
      case Value.Date date -> "date";
      case Value.Time time -> "time of day";
      case Value.Span span -> "duration";
      case Value.Uuid uuid -> "UUID";
      case Value.Bytes bytes -> "byte string";
      case Value.Document document -> "document";
      case Value.Array array -> "list";
      case Value.Labels labels -> "set of labels";
      case Value.Unmapped(String type) -> type;
    };
  }
}
