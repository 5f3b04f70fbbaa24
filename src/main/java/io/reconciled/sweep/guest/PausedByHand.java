package io.reconciled.sweep.guest;

import io.reconciled.model.StoreName;
import java.time.Instant;
import java.util.Optional;

/** Someone has paused the store's sweeps. */
record PausedByHand(StoreName store, KeepPauses pauses) implements Barrier {
  @Override
  public Optional<String> why() {
    return pauses.of(store).map(pause -> "paused by %s: %s".formatted(pause.who(), pause.why()));
  }

  @Override
  public Optional<Instant> since() {
    return pauses.of(store).map(Pause::at);
  }
}
