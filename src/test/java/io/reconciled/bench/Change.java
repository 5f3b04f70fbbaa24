package io.reconciled.bench;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/**
 * One change of a subscriber on its way to the stores.
 *
 * @param at what the subscriber says of when it was changed
 * @param made when it was written to crm, by {@link System#nanoTime}
 * @param delay until it reaches the other stores
 */
record Change(Object key, int tariff, Instant at, long made, Duration delay) implements Delayed {
  private static final int LAST = -1;

  /** The end of all changes. */
  static Change last(Duration delay) {
    return new Change("", LAST, Instant.EPOCH, System.nanoTime(), delay);
  }

  boolean isLast() {
    return tariff == LAST;
  }

  /** Into a statement that asks for tariff, time and key. */
  void write(PreparedStatement update) throws SQLException {
    update.setInt(1, tariff);
    update.setTimestamp(2, Timestamp.from(at));
    update.setObject(3, key);
    update.executeUpdate();
  }

  @Override
  public long getDelay(TimeUnit unit) {
    return unit.convert(made + delay.toNanos() - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  @Override
  public int compareTo(Delayed other) {
    return Long.compare(made, ((Change) other).made);
  }
}
