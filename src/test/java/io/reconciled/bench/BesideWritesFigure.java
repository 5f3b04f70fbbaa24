package io.reconciled.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sweeps beside a service that writes: what is in flight is no discrepancy, what differs is found,
 * and the service hardly feels it.
 */
final class BesideWritesFigure implements Figure {
  private static final int WRITES_PER_SECOND = 200;
  private static final Duration PROPAGATION = Duration.ofSeconds(1);
  private static final int WARM_UP_WRITES = 600;
  private static final int WRITES_ALONE = 3_000;
  private static final Limit PACE_KEPT = Limit.atLeast(0.9);

  @Override
  public String name() {
    return "beside";
  }

  @Override
  public String about() {
    return "sweeps beside %d writes/s that reach the other stores %d s later; a minute"
        .formatted(WRITES_PER_SECOND, PROPAGATION.toSeconds());
  }

  @Override
  public List<Measured> measure(Ground ground) throws Exception {
    Seeded seeded = ground.tables(Shape.INTEGER);
    try (Writes writes = new Writes(seeded, WRITES_PER_SECOND, PROPAGATION)) {
      writes.awaitMore(WARM_UP_WRITES);
      Instant from = Instant.now();
      writes.awaitMore(WRITES_ALONE);
      Instant to = Instant.now();
      Settled settled = MeasureSweep.settled(seeded, Tables.ALL);
      WriteLatencies alone = WriteLatencies.between(from, to, writes.written());
      WriteLatencies beside =
          WriteLatencies.between(
              Instant.ofEpochMilli(settled.sweepingFrom()),
              Instant.ofEpochMilli(settled.sweepingTo()),
              writes.written());
      List<Measured> lines = new ArrayList<>(found(seeded.differing(), settled));
      lines.add(slowest(writes));
      lines.addAll(slowDown(alone, beside));
      return lines;
    }
  }

  private static List<Measured> found(Set<String> differing, Settled settled) {
    Set<String> found = new TreeSet<>(settled.confirmed());
    found.retainAll(differing);
    int falseAlarms = settled.confirmed().size() - found.size();
    Set<String> inFlight = new TreeSet<>(settled.suspects());
    inFlight.removeAll(differing);
    return List.of(
        Measured.of("false alarms", falseAlarms, "keys").within(Limit.exactly(0)),
        Measured.of("differences confirmed", found.size(), "keys")
            .within(Limit.exactly(differing.size())),
        Measured.of("keys in flight, seen differing by the sweeps", inFlight.size(), "keys"),
        Measured.of("sweeps", settled.sweeps(), ""),
        Measured.of("sweeps that were not complete", settled.incomplete(), "")
            .within(Limit.exactly(0)));
  }

  /** One that takes longer than the grace window is a discrepancy, and rightly found. */
  private static Measured slowest(Writes writes) {
    return Measured.of("slowest change, from crm to all stores", seconds(writes.slowest()), "s")
        .within(Limit.atMost(seconds(MeasureSweep.GRACE)));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1_000.0;
  }

  private static List<Measured> slowDown(WriteLatencies alone, WriteLatencies beside) {
    return List.of(
        Measured.of("writes per second", beside.perSecond(), "/s")
            .beside("asked for", WRITES_PER_SECOND)
            .within(PACE_KEPT),
        Measured.of("write, median", beside.millis(0.5), "ms")
            .beside("the writer alone", alone.millis(0.5)),
        Measured.of("write, 99 %", beside.millis(0.99), "ms")
            .beside("the writer alone", alone.millis(0.99)));
  }
}
