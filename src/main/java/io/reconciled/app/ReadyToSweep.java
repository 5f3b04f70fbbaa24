package io.reconciled.app;

import io.reconciled.capture.CaptureState;
import io.reconciled.capture.CaptureState.Phase;
import io.reconciled.capture.Captures;
import io.reconciled.model.StoreName;
import io.reconciled.rules.Entity;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether an entity can be swept: its stores answer, and their changes are followed already, so
 * that nothing is missed that moves behind the sweep. A capture that cannot be had is waited for a
 * while only; its store is covered by sweeps alone, and the report says so.
 */
final class ReadyToSweep {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private final Parts parts;
  private final Captures captures;
  private final Instant patience;

  ReadyToSweep(Parts parts, Captures captures) {
    this.parts = parts;
    this.captures = captures;
    this.patience = parts.clock().instant().plus(PATIENCE);
  }

  boolean test(Entity entity) {
    return entity.stores().stream().allMatch(this::answers)
        && (areFollowed(entity) || parts.clock().instant().isAfter(patience));
  }

  private boolean areFollowed(Entity entity) {
    return entity.stores().stream().allMatch(this::isFollowed) && !waitsToBeFollowed(entity);
  }

  /** No sweep that began before would settle what is in doubt. */
  private boolean waitsToBeFollowed(Entity entity) {
    return parts.record().doubts().open().stream()
        .anyMatch(doubt -> doubt.entity().equals(entity.name()) && doubt.followed().isEmpty());
  }

  private boolean answers(StoreName store) {
    return parts.health().failure(store).isEmpty();
  }

  private boolean isFollowed(StoreName store) {
    return captures.states().stream()
        .filter(state -> state.store().equals(store))
        .map(CaptureState::phase)
        .allMatch(Phase.Following.class::isInstance);
  }
}
