package io.reconciled.model;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A password: says nothing of itself when printed. One that is kept elsewhere is asked for whenever
 * it is used, so that it may be changed while the daemon runs. Two are equal that are kept in the
 * same place, or are the same text.
 */
public final class Secret {
  public static final Secret NONE = new Secret("");
  private final Object place;
  private final Supplier<Optional<String>> now;
  private volatile String known;

  /** A password that stays as it is. */
  public Secret(String text) {
    this(text, text, Optional::empty);
  }

  private Secret(String known, Object place, Supplier<Optional<String>> now) {
    this.known = known;
    this.place = place;
    this.now = now;
  }

  /**
   * A password that may change.
   *
   * @param first what it is at this moment
   * @param place where it is kept, equal to itself when it is read again
   * @param now reads it; empty at a moment when it cannot be read: then it counts as unchanged
   */
  public static Secret keptIn(Object place, String first, Supplier<Optional<String>> now) {
    return new Secret(first, place, now);
  }

  /** What it is at this moment. To be asked for each connection, and not to be kept. */
  public String reveal() {
    String text = now.get().orElse(known);
    known = text;
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && place.equals(secret.place);
  }

  @Override
  public int hashCode() {
    return place.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }
}
