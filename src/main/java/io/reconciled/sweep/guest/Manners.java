package io.reconciled.sweep.guest;

import io.reconciled.model.StoreName;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * What every sweep asks before and while it reads. Safe for many threads.
 *
 * <p>Order of calls: {@link #enter} before each range, holding nothing; then {@link #rows} after
 * each block, and {@link #closed} between blocks, where a reason means to end the range at the key
 * that was reached; then close the turn. A {@link PacedStore} makes the calls between blocks.
 */
public final class Manners {
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
  private final Map<StoreName, Host> hosts = new TreeMap<>();
  private final Connections connections = new Connections(store -> host(store).connections());
  private final Ticks ticks;

  public Manners(Collection<Host> hosts, Ticks ticks) {
    hosts.forEach(host -> this.hosts.put(host.store(), host));
    this.ticks = ticks;
  }

  /**
   * Waits for the sweep's turn to read a range: until no store is closed, and its connections are
   * free.
   *
   * @param streams the store of each stream that the range needs
   * @param cancelled asked several times a second
   * @return empty where it is cancelled
   */
  public Optional<Turn> enter(Collection<StoreName> streams, BooleanSupplier cancelled) {
    while (!cancelled.getAsBoolean()) {
      Optional<Turn> turn =
          streams.stream().anyMatch(store -> closed(store).isPresent())
              ? Optional.empty()
              : connections.take(streams);
      if (turn.isPresent()) {
        return turn;
      }
      ticks.pass(BETWEEN_TRIES);
    }
    return Optional.empty();
  }

  /** Why nothing may be read from the store for now; empty where it may. */
  public Optional<String> closed(StoreName store) {
    return host(store).whyNotNow();
  }

  /**
   * Counts rows that were read, and holds their reader back to the store's rate, a second at most.
   */
  public void rows(StoreName store, int rows) {
    host(store).read(rows);
  }

  /** A store that is read; empty for one that no rules speak of. */
  public Optional<Host> find(StoreName store) {
    return Optional.ofNullable(hosts.get(store));
  }

  private Host host(StoreName store) {
    return find(store)
        .orElseThrow(() -> new IllegalArgumentException("no connector names the store " + store));
  }
}
