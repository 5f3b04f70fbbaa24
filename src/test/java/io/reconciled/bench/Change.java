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
 * @param at when it was made
 * @param due when it reaches the other stores, by {@link System#nanoTime}
 */
record Change(Object key, int tariff, Instant at, long due)
    implements Delayed {
  private static final int LAST = -1;

  static Change last(Duration propagation) {
    return new Change("", LAST, Instant.EPOCH, System.nanoTime() + propagation.toNanos());
  }

  boolean isLast() {
    return tariff == LAST;
  }

  void write(PreparedStatement update) throws SQLException {
    update.setInt(1, tariff);
    update.setTimestamp(2, Timestamp.from(at));
    update.setObject(3, key);
    update.executeUpdate();
  }

  @Override
  public long getDelay(TimeUnit unit) {
    return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  @Override
  public int compareTo(Delayed other) {
    return Long.compare(due, ((Change) other).due);
  }
}
