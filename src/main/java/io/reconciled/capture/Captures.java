package io.reconciled.capture;

import java.util.List;

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

  /** How each is doing, in the order of the connectors. */
  public List<CaptureState> states() {
    return captures.stream().map(Capture::state).toList();
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
