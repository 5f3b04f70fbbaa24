package io.reconciled.demo.services;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When a carry gets lost, of which kind, and on the way to whom. The kinds take turns. */
public final class Losses {

  private static final double JITTER = 0.2;

  private final Optional<Duration> every;
  private final RandomGenerator random;
  private Optional<Instant> next = Optional.empty();
  private int count;

  private Losses(Optional<Duration> every, RandomGenerator random) {
    this.every = every;
    this.random = random;
  }

  /** One about every so often: a fifth more or less. */
  public static Losses every(Duration every, RandomGenerator random) {
    return new Losses(Optional.of(every), random);
  }

  public static Losses none(RandomGenerator random) {
    return new Losses(Optional.empty(), random);
  }

  /** The kind of change that should get lost now; each answer is given once. */
  Optional<ChangeKind> due(Instant now) {
    if (every.isEmpty()) {
      return Optional.empty();
    }
    if (next.isEmpty()) {
      next = Optional.of(now.plus(jittered(every.get())));
    }
    if (now.isBefore(next.get())) {
      return Optional.empty();
    }
    next = Optional.of(now.plus(jittered(every.get())));
    ChangeKind[] kinds = ChangeKind.values();
    return Optional.of(kinds[count++ % kinds.length]);
  }

  /** One of the stores. */
  String victim(List<String> stores) {
    return stores.get(random.nextInt(stores.size()));
  }

  private Duration jittered(Duration duration) {
    double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
    return Duration.ofMillis(Math.round(duration.toMillis() * factor));
  }
}
