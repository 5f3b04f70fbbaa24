package io.reconciled.sweep.guest;

import io.reconciled.model.StoreName;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** One store, as sweeps are guests of it. Safe for many threads. */
public final class Host {
  private final StoreName store;
  private final int connections;
  private final Pace pace;
  private final List<Barrier> barriers;
  private final InstantSource clock;
  private Optional<Instant> closedSince = Optional.empty();

  /**
   * What keeps sweeps out.
   *
   * @param since when it began, or where nobody says that, when it was first noticed
   */
  public record Closed(String why, Instant since) {}

  Host(
      StoreName store,
      int connections,
      OptionalInt rowsPerSecond,
      List<Barrier> barriers,
      Ticks ticks,
      InstantSource clock) {
    this.store = store;
    this.connections = connections;
    this.pace = new Pace(rowsPerSecond, ticks);
    this.barriers = List.copyOf(barriers);
    this.clock = clock;
  }

  public StoreName store() {
    return store;
  }

  /** Why sweeps wait, as far as it is known; without the rate, which is a matter of moments. */
  public Optional<Closed> closed() {
    return first(Barrier::known);
  }

  private synchronized Optional<Closed> first(Function<Barrier, Optional<String>> ask) {
    for (Barrier barrier : barriers) {
      Optional<String> why = ask.apply(barrier);
      if (why.isPresent()) {
        Instant noticed = closedSince.orElseGet(clock::instant);
        closedSince = Optional.of(noticed);
        return Optional.of(new Closed(why.get(), barrier.since().orElse(noticed)));
      }
    }
    closedSince = Optional.empty();
    return Optional.empty();
  }

  /** Rows that sweeps have read since the start. */
  public long rows() {
    return pace.rows();
  }

  /** How many a second, over the last seconds. */
  public double rowsPerSecond() {
    return pace.rowsPerSecond();
  }

  Optional<String> whyNotNow() {
    return first(Barrier::why).map(Closed::why).or(pace::exceeded);
  }

  void read(int rows) {
    pace.rows(rows);
  }

  int connections() {
    return connections;
  }
}
