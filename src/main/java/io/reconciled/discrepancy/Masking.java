package io.reconciled.discrepancy;

import io.reconciled.model.Value;

/** How much of a stored value the record keeps. */
public enum Masking {
  /** The kind, the length, and of longer values the last two characters: {@code text(12)…34}. */
  MASK {
    @Override
    public String text(Value value) {
      if (value instanceof Value.Null
          || value instanceof Value.JsonNull
          || value instanceof Value.Unmapped) {
        return value.toString();
      }
      String plain = value.toString();
      int length = plain.codePointCount(0, plain.length());
      String masked = kind(value) + "(" + length + ")";
      return length < SHORT
          ? masked
          : masked + "…" + plain.substring(plain.offsetByCodePoints(plain.length(), -2));
    }
  },
  /** The value as it is. */
  SHOW {
    @Override
    public String text(Value value) {
      return value.toString();
    }
  };

  /** Two characters of anything shorter would give too much of it away. */
  private static final int SHORT = 6;

  public abstract String text(Value value);

  private static String kind(Value value) {
    return switch (value) {
      case Value.Null none -> "null";
      case Value.JsonNull none -> "JSON null";
      case Value.Whole whole -> "number";
      case Value.Decimal decimal -> "number";
      case Value.NotFinite notFinite -> "number";
      case Value.Text text -> "text";
      case Value.Bool bool -> "boolean";
      case Value.Moment moment -> "moment";
      case Value.LocalMoment local -> "local moment";
      case Value.Date date -> "date";
      case Value.Time time -> "time";
      case Value.Span span -> "duration";
      case Value.Uuid uuid -> "uuid";
      case Value.Bytes bytes -> "bytes";
      case Value.Document document -> "document";
      case Value.Array array -> "list";
      case Value.Labels labels -> "set";
      case Value.Unmapped unmapped -> "unmapped";
    };
  }
}
