package io.reconciled.rules;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How sweeps are to behave in a store, so that it keeps serving those that it is there for.
 *
 * @param rowsPerSecond over all sweeps together; empty for as many as come
 * @param connections at most so many for sweeps at once
 * @param readUrl where sweeps read; empty for the store's own
 * @param windows the times of day that a range may begin in; empty for always
 * @param zone whose time of day is meant
 * @param pauseFile sweeps pause while it exists
 * @param link what lies between here and the store
 */
public record SweepLimits(
    OptionalInt rowsPerSecond,
    int connections,
    Optional<URI> readUrl,
    List<Window> windows,
    ZoneId zone,
    Optional<Path> pauseFile,
    PauseAbove pauseAbove,
    Link link) {
  public static final int DEFAULT_CONNECTIONS = 2;

  /** What goes for a store whose connector says nothing of sweeps. */
  public static final SweepLimits DEFAULT =
      new SweepLimits(
          OptionalInt.empty(),
          DEFAULT_CONNECTIONS,
          Optional.empty(),
          List.of(),
          ZoneOffset.UTC,
          Optional.empty(),
          PauseAbove.NOTHING,
          Link.WIDE);

  public SweepLimits {
    windows = List.copyOf(windows);
  }

  /** Whether rows travel cheaply. */
  public enum Link {
    /** As fast as the store streams. */
    WIDE,
    /** Far or metered: rows are digested in the store first, and stay there where they agree. */
    NARROW
  }

  /**
   * Part of every day; over midnight where it ends before it begins.
   *
   * @param to exclusive
   */
  public record Window(LocalTime from, LocalTime to) {
    public boolean contains(LocalTime time) {
      boolean begun = !time.isBefore(from);
      boolean over = !time.isBefore(to);
      return from.isBefore(to) ? begun && !over : begun || !over;
    }

    @Override
    public String toString() {
      return from + "-" + to;
    }
  }

  /**
   * Sweeps pause while the store is busier than this.
   *
   * @param activeSessions sessions that are at work at one moment
   * @param replicaLag how far the replica that sweeps read is behind
   */
  public record PauseAbove(OptionalInt activeSessions, Optional<Duration> replicaLag) {
    public static final PauseAbove NOTHING = new PauseAbove(OptionalInt.empty(), Optional.empty());
  }
}
