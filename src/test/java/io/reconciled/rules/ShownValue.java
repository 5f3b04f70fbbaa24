package io.reconciled.rules;

import static java.util.stream.Collectors.joining;

import io.reconciled.model.Value;
import java.util.Optional;

/** A value in a cell of a Markdown table, its kind included. */
public final class ShownValue {
  private ShownValue() {}

  public static String of(Optional<Value> value) {
    return value.map(ShownValue::of).orElse("absent");
  }

  public static String of(Value value) {
    return value instanceof Value.Unmapped(String type)
        ? "unverified: " + type
        : "`" + inner(value) + "`" + digits(value);
  }

  private static String inner(Value value) {
    return switch (value) {
      case Value.Text(String text) -> "'" + visible(text) + "'";
      case Value.Array array ->
          array.elements().stream().map(ShownValue::inner).collect(joining(", ", "[", "]"));
      case Value.Document document ->
          document.fields().entrySet().stream()
              .map(field -> field.getKey() + ": " + inner(field.getValue()))
              .collect(joining(", ", "{", "}"));
      case Value.Labels labels -> "set " + labels;
      case Value.Uuid uuid -> "UUID " + uuid;
      default -> value.toString();
    };
  }

  private static String digits(Value value) {
    return switch (value) {
      case Value.Moment moment -> " (digits: " + moment.digits() + ")";
      case Value.LocalMoment moment -> " (digits: " + moment.digits() + ")";
      default -> "";
    };
  }

  private static String visible(String text) {
    return text.codePoints().mapToObj(ShownValue::visible).collect(joining());
  }

  private static String visible(int point) {
    boolean shows = Character.isLetterOrDigit(point) || (point >= ' ' && point < 127);
    return shows && point != '|' ? Character.toString(point) : "\\u%04x".formatted(point);
  }
}
