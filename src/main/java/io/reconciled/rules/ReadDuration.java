package io.reconciled.rules;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time: {@code 500ms}, {@code 5s}, {@code 2m}, {@code 1h}, {@code 30d}, or ISO-8601.
 */
final class ReadDuration {
  private static final Pattern SHORT = Pattern.compile("([0-9]{1,9})\\s*(ms|s|m|h|d)");

  private ReadDuration() {}

  /** At least a millisecond, at most {@code longest}. */
  static Optional<Duration> of(Part part, Duration longest) {
    String mustBe = "a time from 1ms to " + inWords(longest);
    return part.text(
        text ->
            parse(text.strip())
                .filter(time -> time.compareTo(Duration.ofMillis(1)) >= 0)
                .filter(time -> time.compareTo(longest) <= 0),
        mustBe,
        "write it as 500ms, 5s, 2m or PT5S");
  }

  private static Optional<Duration> parse(String text) {
    Matcher matcher = SHORT.matcher(text);
    try {
      return Optional.of(
          matcher.matches()
              ? of(Long.parseLong(matcher.group(1)), matcher.group(2))
              : Duration.parse(text.toUpperCase(Locale.ROOT)));
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
  }

  private static Duration of(long count, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  private static String inWords(Duration time) {
    return time.toDays() > 0 ? time.toDays() + "d" : time.toMinutes() + "m";
  }
}
