package io.reconciled.simulation;

import io.reconciled.discrepancy.Look;
import io.reconciled.due.DueKey;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every look of the daemon, over all its lives. */
final class Looks {
  private final World world;
  private final Map<SharedKey, List<Seen>> byKey = new HashMap<>();

  Looks(World world) {
    this.world = world;
  }

  Seen add(DueKey key, Look look) {
    long asked = world.history().now();
    for (StoreName store : world.landscape().stores()) {
      asked =
          Math.min(
              asked,
              world
                  .reads()
                  .last(store, key.key().key())
                  .filter(answer -> !answer.at().isBefore(look.began()))
                  .map(Reads.Answer::asked)
                  .orElse(asked));
    }
    Seen seen = new Seen(key, look, asked, world.history().now());
    of(key.key().key()).add(seen);
    return seen;
  }

  /** Oldest first. */
  List<Seen> of(SharedKey key) {
    return byKey.computeIfAbsent(key, first -> new ArrayList<>());
  }

  Optional<Seen> last(SharedKey key) {
    List<Seen> looks = of(key);
    return looks.isEmpty() ? Optional.empty() : Optional.of(looks.getLast());
  }
}
