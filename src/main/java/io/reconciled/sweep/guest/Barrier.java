package io.reconciled.sweep.guest;

import java.time.Instant;
import java.util.Optional;

/** Something that may keep sweeps out of a store for a while. Asked often: it answers at once. */
public interface Barrier {
  /** Why sweeps are to wait at this moment, as the end of a sentence; empty where they need not. */
  Optional<String> why();

  /** What {@link #why} is known to say, without asking any store. */
  default Optional<String> known() {
    return why();
  }

  /** Since when, where it knows that itself. */
  default Optional<Instant> since() {
    return Optional.empty();
  }
}
