package io.reconciled.store;

import java.util.Optional;

/**
 * What the rows of a range come to, told without sending them.
 *
 * @param rows that have a key
 * @param bits the first 128 bits of SHA-256, in hexadecimal, over an injective text of every row's
 *     key and attributes, in the order of {@link io.reconciled.model.SharedKey}; empty where some
 *     row has no key, or two have the same, or the store could not hold what it was to digest
 */
public record Digest(long rows, Optional<String> bits) {
  /** Nothing is known of the rows: they have to be read. */
  public static final Digest NONE = new Digest(0, Optional.empty());

  /** Whether both stand for the same rows. */
  public boolean isLike(Digest other) {
    return bits.isPresent() && equals(other);
  }
}
