package io.reconciled.scenario;

import io.reconciled.model.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Reads a stored value.
 *
 * <pre>
 * null
 * 12, 12.50               a number
 * true, false
 * 2026-01-01T10:00:00Z    a point in time, in milliseconds
 * &lt;point&gt;                 of a type that nothing can be made of
 * "12", ACTIVE            text; quotes where it would be something else, or has spaces
 * </pre>
 */
final class ReadValue {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
  private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T.*Z");
  private static final int MILLISECONDS = 3;

  private ReadValue() {}

  static Value of(String word) {
    if (word.startsWith("<")) {
      return new Value.Unmapped(word.substring(1, word.length() - 1));
    }
    if (NUMBER.matcher(word).matches()) {
      return Value.number(new BigDecimal(word));
    }
    if (TIME.matcher(word).matches()) {
      return new Value.Moment(Instant.parse(word), MILLISECONDS);
    }
    return switch (word) {
      case "null" -> Value.NULL;
      case "true" -> new Value.Bool(true);
      case "false" -> new Value.Bool(false);
      default -> Value.text(word.replace("\"", ""));
    };
  }
}
