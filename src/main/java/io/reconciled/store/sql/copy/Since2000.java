package io.reconciled.store.sql.copy;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Times count from the first moment of the year 2000, in microseconds. */
final class Since2000 {
  static final long DAYS = LocalDate.of(2000, 1, 1).toEpochDay();
  static final long SECONDS = LocalDate.of(2000, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
  static final long MICROS_PER_SECOND = 1_000_000;
  static final int NANOS_PER_MICRO = 1_000;

  private Since2000() {}
}
