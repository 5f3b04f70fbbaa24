package io.reconciled.store.sql;

import io.reconciled.model.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.function.Function;

/**
 * Dates of MariaDB and MySQL, whose parts may be zero: {@code 0000-00-00}, {@code 2024-00-10}. The
 * session's time zone is UTC, in which a timestamp is shown.
 */
final class MariaDbDates {
  private MariaDbDates() {}

  static ColumnReader timestamp(int digits) {
    return reader(
        LocalDateTime.class,
        "timestamp",
        found -> new Value.Moment(found.toInstant(ZoneOffset.UTC), digits));
  }

  static ColumnReader datetime(int digits) {
    return reader(LocalDateTime.class, "datetime", found -> new Value.LocalMoment(found, digits));
  }

  static ColumnReader date() {
    return reader(LocalDate.class, "date", Value.Date::new);
  }

  private static <T extends Temporal> ColumnReader reader(
      Class<T> type, String name, Function<T, Value> canonical) {
    Value incomplete = new Value.Unmapped("incomplete " + name);
    return (row, column) -> {
      try {
        T found = row.getObject(column, type);
        if (found == null) {
          return zeroOrNull(row, column, name);
        }
        return found.get(ChronoField.YEAR) == 0 ? incomplete : canonical.apply(found);
      } catch (DateTimeException noSuchDate) {
        return incomplete;
      }
    };
  }

  /** The driver shows a date of zeros as null, and its text as what it is. */
  private static Value zeroOrNull(ResultSet row, int column, String name) throws SQLException {
    return row.getString(column) == null ? Value.NULL : new Value.Unmapped("zero " + name);
  }
}
