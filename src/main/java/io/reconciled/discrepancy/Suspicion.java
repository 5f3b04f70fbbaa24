package io.reconciled.discrepancy;

import io.reconciled.compare.Finding;
import io.reconciled.model.Readings;
import java.time.Instant;
import java.util.Optional;

/** How far a disagreement has come on its way to being confirmed. */
sealed interface Suspicion {
  static Suspicion none() {
    return new None();
  }

  /** When a disagreement was first seen; empty where nothing is suspected. */
  Optional<Instant> since();

  /** What it comes to when the key moves: what was seen so far no longer counts as a first look. */
  default Suspicion moved() {
    return since().<Suspicion>map(Doubted::new).orElseGet(Suspicion::none);
  }

  /** Nothing is suspected. */
  record None() implements Suspicion {
    @Override
    public Optional<Instant> since() {
      return Optional.empty();
    }
  }

  /** It disagreed once, but the key moved or the daemon restarted: the next look is a first one. */
  record Doubted(Instant first) implements Suspicion {
    @Override
    public Optional<Instant> since() {
      return Optional.of(first);
    }
  }

  /**
   * It disagreed at the last look, and the key has not moved since.
   *
   * @param quietSince the stores have shown these images, without a known move, at least since then
   * @param images of the datasets that the finding rests on
   */
  record Suspected(Instant first, Instant quietSince, Finding finding, Readings images)
      implements Suspicion {
    @Override
    public Optional<Instant> since() {
      return Optional.of(first);
    }
  }

  /**
   * A second look found the same images. Every capture involved must now pass the end of its log as
   * it was after that look, without news of the key.
   *
   * @param deadline when to give up waiting
   */
  record Fenced(Suspected suspected, Instant deadline) implements Suspicion {
    @Override
    public Optional<Instant> since() {
      return suspected.since();
    }
  }
}
