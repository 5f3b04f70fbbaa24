package io.reconciled.simulation;

import io.reconciled.model.ReconciledException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the daemon does on threads of their own, one step at a time. While one waits, the others may
 * take their turns, but none takes a turn within its own.
 */
final class Loops {
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private final World world;
  private final Set<String> inTurn = new HashSet<>();
  private final Map<String, Instant> next = new HashMap<>();

  Loops(World world) {
    this.world = world;
  }

  /** As the daemon's own loops: a round that fails is tried again after a while. */
  void turn(String name, Duration pause, Runnable round) {
    if (world.clock().instant().isBefore(next.getOrDefault(name, Instant.MIN))
        || !inTurn.add(name)) {
      return;
    }
    try {
      round.run();
      next.put(name, world.clock().instant().plus(pause));
    } catch (ReconciledException failed) {
      next.put(name, world.clock().instant().plus(AFTER_FAILURE));
      if (!world.boundary().isDead()) {
        world.tell(name, "fails: " + failed.getMessage());
      }
    } finally {
      inTurn.remove(name);
    }
  }

  boolean isInTurn(String name) {
    return inTurn.contains(name);
  }
}
