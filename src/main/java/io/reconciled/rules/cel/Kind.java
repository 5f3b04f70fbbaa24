package io.reconciled.rules.cel;

import io.reconciled.model.Value;
import java.time.ZoneOffset;

/** The kinds of value in the words of messages, and the form in which expressions meet them. */
final class Kind {
  private Kind() {}

  static String of(Value value) {
    return switch (value) {
      case Value.Null nothing -> "null";
      case Value.JsonNull nothing -> "null";
      case Value.Whole whole -> "number";
      case Value.Decimal decimal -> "number";
      case Value.NotFinite notFinite -> "number that is not finite";
      case Value.Text text -> "text";
      case Value.Bool bool -> "boolean";
      case Value.Moment moment -> "timestamp";
      case Value.LocalMoment local -> "timestamp";
      case Value.Date date -> "date";
      case Value.Time time -> "time";
      case Value.Span span -> "duration";
      case Value.Uuid uuid -> "text";
      case Value.Bytes bytes -> "bytes";
      case Value.Document document -> "map";
      case Value.Array array -> "list";
      case Value.Labels labels -> "list";
      case Value.Unmapped unmapped -> "unmapped type " + unmapped.type();
    };
  }

  /**
   * A stored value as expressions see it: a UUID is its text, a timestamp without zone is in UTC,
   * labels are a list.
   *
   * @param owner what a message names where the value has an unmapped type
   */
  static Value meet(Value stored, String owner) {
    return switch (stored) {
      case Value.JsonNull nothing -> Value.NULL;
      case Value.Uuid uuid -> Value.text(uuid.uuid().toString());
      case Value.LocalMoment local ->
          new Value.Moment(local.local().toInstant(ZoneOffset.UTC), local.digits());
      case Value.Labels labels ->
          new Value.Array(labels.labels().stream().map(Value::text).toList());
      case Value.Unmapped unmapped ->
          new Value.Unmapped(owner + " has the unmapped type " + unmapped.type());
      default -> stored;
    };
  }
}
