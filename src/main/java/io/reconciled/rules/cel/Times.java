package io.reconciled.rules.cel;

import io.reconciled.model.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions of time; the parts of a timestamp are those in UTC. */
final class Times {
  /** A timestamp made of a text says exactly which moment it is. */
  private static final int EXACT = 9;

  private static final int LONGEST = 60;
  private static final Pattern SPAN = Pattern.compile("([+-]?)((?:[0-9.]+(?:ns|us|ms|h|m|s))+)");
  private static final Pattern PART =
      Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,12})?)(ns|us|ms|h|m|s)");
  private static final Map<String, BigDecimal> SECONDS =
      Map.of(
          "ns", new BigDecimal("0.000000001"),
          "us", new BigDecimal("0.000001"),
          "ms", new BigDecimal("0.001"),
          "s", BigDecimal.ONE,
          "m", new BigDecimal("60"),
          "h", new BigDecimal("3600"));

  private Times() {}

  /** How many digits behind the second it takes to write these nanoseconds. */
  static int digits(int nanos) {
    return nanos == 0 ? 0 : EXACT - Integer.toString(nanos).length() + significant(nanos);
  }

  private static int significant(int nanos) {
    return Integer.toString(nanos).replaceAll("0+$", "").length();
  }

  /** Of a text as in RFC 3339, or of a date, at midnight in UTC. */
  static Value timestamp(Evaluation evaluation, Value[] one) {
    return switch (one[0]) {
      case Value.Moment moment -> moment;
      case Value.Date date ->
          new Value.Moment(date.date().atStartOfDay(ZoneOffset.UTC).toInstant(), 0);
      case Value.Text text ->
          parsed(
              text.text(),
              "a timestamp",
              written -> new Value.Moment(OffsetDateTime.parse(written).toInstant(), EXACT));
      default -> Body.MISFIT;
    };
  }

  /** Of a text as 2024-12-31, or of a timestamp, its day in UTC. */
  static Value date(Evaluation evaluation, Value[] one) {
    return switch (one[0]) {
      case Value.Date date -> date;
      case Value.Moment moment when hasDate(moment.instant()) ->
          new Value.Date(LocalDate.ofInstant(moment.instant(), ZoneOffset.UTC));
      case Value.Text text ->
          parsed(text.text(), "a date", written -> new Value.Date(LocalDate.parse(written)));
      default -> Body.MISFIT;
    };
  }

  /** Of a text as 23:59:59.999, or of a timestamp, its time of day in UTC. */
  static Value time(Evaluation evaluation, Value[] one) {
    return switch (one[0]) {
      case Value.Time time -> time;
      case Value.Moment moment ->
          new Value.Time(LocalTime.ofInstant(moment.instant(), ZoneOffset.UTC));
      case Value.Text text ->
          parsed(text.text(), "a time", written -> new Value.Time(LocalTime.parse(written)));
      default -> Body.MISFIT;
    };
  }

  /** Of a text as 1h30m or 0.5s. */
  static Value duration(Evaluation evaluation, Value[] one) {
    return switch (one[0]) {
      case Value.Span span -> span;
      case Value.Text text -> parsed(text.text(), "a duration", Times::span);
      default -> Body.MISFIT;
    };
  }

  /**
   * A part of a timestamp or date, in the numbering of CEL: months, days of month and year from 0.
   */
  static Body part(ToLongFunction<OffsetDateTime> part) {
    return (evaluation, one) -> {
      if (!(timestamp(evaluation, one) instanceof Value.Moment moment)
          || one[0] instanceof Value.Text
          || !hasDate(moment.instant())) {
        return Body.MISFIT;
      }
      return Value.number(part.applyAsLong(moment.instant().atOffset(ZoneOffset.UTC)));
    };
  }

  /** The outermost instants are in years that no date has. */
  private static boolean hasDate(Instant instant) {
    return !instant.isBefore(LocalDateTime.MIN.toInstant(ZoneOffset.UTC))
        && !instant.isAfter(LocalDateTime.MAX.toInstant(ZoneOffset.UTC));
  }

  private static Value span(String text) {
    Matcher whole = SPAN.matcher(text);
    if (!whole.matches()) {
      throw new DateTimeException("no duration");
    }
    BigDecimal seconds = BigDecimal.ZERO;
    Matcher parts = PART.matcher(whole.group(2));
    int end = 0;
    while (parts.find() && parts.start() == end) {
      seconds =
          seconds.add(
              new BigDecimal(parts.group(1))
                  .multiply(SECONDS.getOrDefault(parts.group(2), BigDecimal.ONE)));
      end = parts.end();
    }
    if (end < whole.group(2).length()) {
      throw new DateTimeException("no duration");
    }
    long nanos = seconds.movePointRight(9).longValueExact();
    return new Value.Span(Duration.ofNanos(whole.group(1).equals("-") ? -nanos : nanos));
  }

  private static Value parsed(String text, String what, Function<String, Value> parse) {
    try {
      if (text.length() <= LONGEST) {
        return parse.apply(text);
      }
    } catch (DateTimeException | ArithmeticException unreadable) {
      return unreadable(what);
    }
    return unreadable(what);
  }

  private static Value unreadable(String what) {
    return new Value.Unmapped("a text that is to be " + what + " is none");
  }
}
