package io.reconciled.bench;

import java.io.IOException;
import java.util.List;

/**
 * Events per second from a log into durable due: all rows of a PostgreSQL table are updated, and
 * the log is followed from there. Its floor is the engine alone, with a handler that counts.
 */
final class CaptureFigure implements Figure {
  private static final int MOST_KEYS = 500_000;
  private static final int ALL_IN_MEMORY = 1_000_000;
  private static final Limit OF_ENGINE = Limit.atLeast(0.9);

  @Override
  public String name() {
    return "capture";
  }

  @Override
  public String about() {
    return "a burst of updates followed into due; a minute";
  }

  @Override
  public List<Measured> measure(Ground ground) throws IOException {
    int keys = (int) Math.min(MOST_KEYS, ground.settings().keys());
    Followers followers = new Followers(BenchStore.postgres(ground.servers(), keys), keys);
    double engine = Double.MAX_VALUE;
    double due = Double.MAX_VALUE;
    double spilling = Double.MAX_VALUE;
    for (int round = 0; round < ground.settings().rounds(); round++) {
      List<String> names = List.of("engine" + round, "due" + round, "spilling" + round);
      followers.burst(names);
      engine = Math.min(engine, followers.engine(names.get(0)));
      due = Math.min(due, followers.due(names.get(1), ALL_IN_MEMORY));
      spilling = Math.min(spilling, followers.due(names.get(2), keys / 5));
    }
    return List.of(
        Measured.of("changes into due", keys / due, "events/s")
            .beside("engine alone", keys / engine)
            .within(OF_ENGINE),
        Measured.of("changes into due, four fifths spilled", keys / spilling, "events/s")
            .beside("engine alone", keys / engine));
  }
}
