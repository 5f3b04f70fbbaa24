package io.reconciled.rules;

import io.reconciled.model.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A scalar as the value that YAML types it as: whole number, decimal, truth, null or text. */
final class ReadValue {
  private static final int MOST_DIGITS = 400;

  private ReadValue() {}

  static Optional<Value> of(Part part) {
    return part.scalar().flatMap(scalar -> typed(scalar, part));
  }

  private static Optional<Value> typed(ScalarNode scalar, Part part) {
    String written = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      return Optional.of(Value.NULL);
    }
    if (tag.equals(Tag.BOOL)) {
      return Optional.of(new Value.Bool(written.toLowerCase(Locale.ROOT).equals("true")));
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      Optional<Value> number =
          written.length() > MOST_DIGITS ? Optional.empty() : number(written, tag);
      if (number.isEmpty()) {
        part.complain(
            "holds a number that is too large: " + Quoted.of(written),
            "quote it where text is meant");
      }
      return number;
    }
    return Optional.of(Value.text(written));
  }

  private static Optional<Value> number(String written, Tag tag) {
    String lower = written.toLowerCase(Locale.ROOT);
    if (tag.equals(Tag.INT)) {
      return Optional.of(Value.number(whole(lower)));
    }
    if (lower.endsWith(".nan") || lower.endsWith(".inf")) {
      double infinity = lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      return Optional.of(Value.number(lower.endsWith(".nan") ? Double.NaN : infinity));
    }
    try {
      BigDecimal decimal = new BigDecimal(written);
      return Math.abs((long) decimal.scale()) > MOST_DIGITS
          ? Optional.empty()
          : Optional.of(Value.number(decimal));
    } catch (NumberFormatException exponentBeyondAllBounds) {
      return Optional.empty();
    }
  }

  private static BigInteger whole(String written) {
    if (written.startsWith("0x")) {
      return new BigInteger(written.substring(2), 16);
    }
    return written.startsWith("0o")
        ? new BigInteger(written.substring(2), 8)
        : new BigInteger(written);
  }
}
