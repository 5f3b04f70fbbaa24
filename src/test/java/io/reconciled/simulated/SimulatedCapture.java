package io.reconciled.simulated;

import io.reconciled.capture.Deliveries;
import io.reconciled.simulated.SimulatedLog.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Delivers a log in its order, each entry as long after its commit as it is told to. */
public final class SimulatedCapture {
  private final SimulatedLog log;
  private final long start;
  private final Deliveries deliveries;
  private long offset;

  /**
   * @param offset it goes on behind this one
   */
  public SimulatedCapture(SimulatedLog log, long offset, Deliveries deliveries) {
    this.log = log;
    this.start = offset;
    this.offset = offset;
    this.deliveries = deliveries;
  }

  /** Delivers what was committed this long ago. */
  public void deliver(Instant now, Duration lag) {
    Optional<Entry> next = log.next(offset);
    while (next.filter(entry -> !entry.at().plus(lag).isAfter(now)).isPresent()) {
      offset++;
      deliveries.deliver(next.orElseThrow().delivered());
      next = log.next(offset);
    }
  }

  /** Where a capture that follows this one after a crash must go on. */
  public long acknowledged() {
    return start + deliveries.released();
  }
}
