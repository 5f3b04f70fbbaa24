package io.reconciled.simulation;

import io.reconciled.model.SharedKey;
import java.time.InstantSource;
import java.util.Optional;

/** Takes the first thing that went wrong; what follows may only follow from it. */
final class Judge {
  private final InstantSource clock;
  private final Story story;
  private Optional<Failure> failure = Optional.empty();

  Judge(InstantSource clock, Story story) {
    this.clock = clock;
    this.story = story;
  }

  void fail(Failure.Check check, Optional<SharedKey> key, String what) {
    if (failure.isEmpty()) {
      failure = Optional.of(new Failure(check, key, clock.instant(), what));
      story.tell(clock.instant(), "FAILED", check.inWords() + ": " + what);
    }
  }

  void fail(Failure.Check check, SharedKey key, String what) {
    fail(check, Optional.of(key), what);
  }

  Optional<Failure> failure() {
    return failure;
  }
}
