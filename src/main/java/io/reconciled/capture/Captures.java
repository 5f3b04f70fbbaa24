package io.reconciled.capture;

import io.reconciled.model.StoreName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The captures of all stores that are followed. */
public final class Captures implements AutoCloseable {
  private final List<Capture> captures;

  public Captures(List<Capture> captures) {
    this.captures = List.copyOf(captures);
  }

  /** Returns at once; a store that is down does not keep the others from being followed. */
  public void start() {
    captures.forEach(Capture::start);
  }

  /** That of a store, where its log is followed. */
  public Optional<Capture> of(StoreName store) {
    return captures.stream().filter(capture -> capture.store().equals(store)).findFirst();
  }

  /** How each is doing, in the order of the connectors. */
  public List<CaptureState> states() {
    return captures.stream().map(Capture::state).toList();
  }

  /** One round of {@link Capture#guardLog} for each, with its name. */
  public Map<StoreName, Runnable> guards() {
    return captures.stream().collect(Collectors.toMap(Capture::store, one -> one::guardLog));
  }

  /** How much log is kept for the daemon, by store. */
  public Map<StoreName, GuardedLog> guardedLogs() {
    return captures.stream().collect(Collectors.toMap(Capture::store, Capture::guardedLog));
  }

  /** Ends all at the same time; returns when the slowest has let go. */
  @Override
  public void close() {
    captures.stream()
        .map(capture -> Thread.startVirtualThread(capture::stop))
        .toList()
        .forEach(Captures::join);
  }

  private static void join(Thread stop) {
    try {
      stop.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
