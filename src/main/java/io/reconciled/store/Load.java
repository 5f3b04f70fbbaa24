package io.reconciled.store;

import java.time.Duration;

/**
 * How busy a store is at one moment, as far as its user may see.
 *
 * @param activeSessions sessions at work, without the one that asks
 * @param replicaLag how far it is behind the server that it copies; {@link #STANDS_STILL} where it
 *     copies no more
 */
public record Load(Figure<Integer> activeSessions, Figure<Duration> replicaLag) {
  /** Longer than any limit. */
  public static final Duration STANDS_STILL = Duration.ofDays(36_500);

  /** A figure that a store may or may not tell. */
  public sealed interface Figure<T> {}

  public record Seen<T>(T value) implements Figure<T> {}

  /**
   * The user may not see it.
   *
   * @param fix what lets the user see it; the exact statement where there is one
   */
  public record Hidden<T>(String fix) implements Figure<T> {}

  /** There is no such figure: a store that is no replica has no lag. */
  public record None<T>() implements Figure<T> {}
}
