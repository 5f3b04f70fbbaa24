package io.reconciled.simulation;

import io.reconciled.model.Dataset;
import io.reconciled.model.Image;
import io.reconciled.model.SharedKey;
import io.reconciled.simulation.Failure.Check;

/** What a look takes for seen was read in it. */
final class NoFalseGreen {
  private final World world;
  private final Judge judge;

  NoFalseGreen(World world, Judge judge) {
    this.world = world;
    this.judge = judge;
  }

  void looked(Seen seen) {
    SharedKey key = seen.key().key().key();
    for (Dataset dataset : world.landscape().entity().datasets()) {
      if (seen.look().readings().of(dataset.name()) instanceof Image image
          && !wasRead(seen, dataset, image, key)) {
        judge.fail(
            Check.NO_FALSE_GREEN,
            key,
            "the look at %s has %s in %s, which did not answer so"
                .formatted(Times.text(seen.look().began()), image, dataset.store()));
      }
    }
  }

  private boolean wasRead(Seen seen, Dataset dataset, Image image, SharedKey key) {
    return world
        .reads()
        .last(dataset.store(), key)
        .filter(answer -> !answer.at().isBefore(seen.look().began()))
        .filter(answer -> answer.image().equals(image))
        .isPresent();
  }
}
