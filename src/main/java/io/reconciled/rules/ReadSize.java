package io.reconciled.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes: {@code 500MB}, {@code 8GB}, {@code 1.5TB}, in steps of 1024; or none. */
final class ReadSize {
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,3})?)\\s*([MGT])B");
  private static final long MEGABYTE = 1L << 20;
  private static final long LEAST = 64 * MEGABYTE;
  private static final long MOST = 1L << 50;
  private static final String NONE = "none";

  private ReadSize() {}

  /**
   * From 64MB to 1024TB.
   *
   * @return empty where it cannot be read; an empty number where {@code none} is written
   */
  static Optional<OptionalLong> orNone(Part part) {
    return part.text(
        text ->
            text.strip().toLowerCase(Locale.ROOT).equals(NONE)
                ? Optional.of(OptionalLong.empty())
                : parse(text.strip().toUpperCase(Locale.ROOT)).map(OptionalLong::of),
        "a size from 64MB to 1024TB, or none",
        "write it as 500MB or 8GB");
  }

  private static Optional<Long> parse(String text) {
    Matcher matcher = SIZE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long unit =
        switch (matcher.group(2)) {
          case "M" -> MEGABYTE;
          case "G" -> MEGABYTE << 10;
          default -> MEGABYTE << 20;
        };
    long bytes =
        new BigDecimal(matcher.group(1))
            .multiply(BigDecimal.valueOf(unit))
            .setScale(0, RoundingMode.FLOOR)
            .longValueExact();
    return bytes < LEAST || bytes > MOST ? Optional.empty() : Optional.of(bytes);
  }
}
