package io.reconciled.state.jooq;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as a column holds them: PostgreSQL would round to microseconds, H2 too; this cuts. */
public final class Micros {
  private Micros() {}

  /** Cut toward the past, so that what was written equals what is read. */
  public static Instant of(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }
}
