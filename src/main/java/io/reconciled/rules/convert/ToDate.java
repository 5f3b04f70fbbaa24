package io.reconciled.rules.convert;

import io.reconciled.model.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Dates, from columns and fields that hold them as midnight: BSON has no type for a date. */
final class ToDate {
  static final Named NAMED =
      Named.of(
          "date",
          "date",
          ToDate::meaning,
          "a moment at midnight in UTC, or a local time at midnight, is its date; at any other time"
              + " it is none",
          new Manual.Example(
              new Value.Moment(Instant.parse("2024-02-29T00:00:00Z"), 3),
              new Value.Date(LocalDate.parse("2024-02-29"))),
          new Manual.Example(
              new Value.Moment(Instant.parse("2024-02-28T23:00:00Z"), 3),
              new Value.Unmapped("moment that is no date")));

  private ToDate() {}

  private static Optional<Value> meaning(Value stored) {
    return switch (stored) {
      case Value.Date date -> Optional.of(date);
      case Value.Moment(Instant instant, int digits) -> atMidnight(instant);
      case Value.LocalMoment(LocalDateTime local, int digits) -> atMidnight(local);
      default -> Optional.empty();
    };
  }

  /** Years beyond those of a local time have no date either. */
  private static Optional<Value> atMidnight(Instant instant) {
    return instant.isBefore(LocalDateTime.MIN.toInstant(ZoneOffset.UTC))
            || instant.isAfter(LocalDateTime.MAX.toInstant(ZoneOffset.UTC))
        ? Optional.empty()
        : atMidnight(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
  }

  private static Optional<Value> atMidnight(LocalDateTime local) {
    return local.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? Optional.of(new Value.Date(local.toLocalDate()))
        : Optional.empty();
  }
}
