package io.reconciled.model;

import java.util.Optional;

/**
 * Keys from a bound, inclusive, to a bound, exclusive; an empty bound is open.
 *
 * <p>Ranges that share bounds cover every key exactly once.
 */
public record KeyRange(Optional<SharedKey> from, Optional<SharedKey> to) {
  public static final KeyRange ALL = new KeyRange(Optional.empty(), Optional.empty());

  public boolean contains(SharedKey key) {
    return from.map(bound -> bound.compareTo(key) <= 0).orElse(true)
        && to.map(bound -> key.compareTo(bound) < 0).orElse(true);
  }

  @Override
  public String toString() {
    return "["
        + from.map(Object::toString).orElse("…")
        + ", "
        + to.map(Object::toString).orElse("…")
        + ")";
  }
}
