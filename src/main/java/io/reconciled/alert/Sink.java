package io.reconciled.alert;

/** Somewhere to send messages to. */
public interface Sink {
  /** Unique among sinks and stable over restarts: what was told is on record under it. */
  String name();

  /**
   * Sends one message, within a bounded time. Does not throw for anything that the other side or
   * the network does.
   */
  Delivery send(Message message);
}
