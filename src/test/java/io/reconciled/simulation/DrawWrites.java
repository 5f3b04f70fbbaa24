package io.reconciled.simulation;

import io.reconciled.model.StoreName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws what services write: a change begins in one of them, and most often reaches the others. */
final class DrawWrites {
  private static final List<String> STATUS = List.of("ACTIVE", "SUSPENDED", "CLOSED");
  private static final Duration BEFORE = Duration.ofMinutes(-1);
  private final Dice dice;
  private final Landscape landscape;
  private final List<Action> writes = new ArrayList<>();

  DrawWrites(Dice dice, Landscape landscape) {
    this.dice = dice;
    this.landscape = landscape;
  }

  List<Action> draw() {
    for (long key = 1; key <= landscape.keys(); key++) {
      before(key);
    }
    int changes = dice.between(3, 30);
    for (int i = 0; i < changes; i++) {
      change(dice.upTo(landscape.calm()), key());
    }
    return writes;
  }

  /** Most keys are in order when the daemon comes. */
  private void before(long key) {
    if (dice.oneIn(4)) {
      return;
    }
    String status = status();
    for (StoreName store : landscape.stores()) {
      if (!dice.oneIn(12)) {
        put(BEFORE, store, key, dice.oneIn(12) ? status() : status, "before");
      }
    }
  }

  private void change(Duration at, long key) {
    StoreName origin = dice.oneIn(3) ? store() : landscape.stores().getFirst();
    switch (dice.between(0, 11)) {
      case 0, 1 -> remove(at, origin, key);
      case 2 -> removeAndCreate(at, origin, key);
      case 3 -> flipFlop(at, origin, key);
      case 4 -> changeOfKey(at, origin, key);
      case 5 -> busy(at, origin, key);
      default -> everywhere(at, origin, key, status());
    }
  }

  private void everywhere(Duration at, StoreName origin, long key, String status) {
    put(at, origin, key, status, "its own");
    for (StoreName store : landscape.stores()) {
      if (!store.equals(origin)) {
        arrival()
            .ifPresent(delay -> {
              put(at.plus(delay), store, key, status, "from " + origin);
              again(at.plus(delay), origin, store, key, status);
            });
      }
    }
  }

  /** Some services write twice, and some write back what they were told. */
  private void again(Duration at, StoreName origin, StoreName store, long key, String status) {
    if (dice.oneIn(8)) {
      put(at.plus(dice.upTo(landscape.grace())), store, key, status, "once more");
    }
    if (dice.oneIn(8)) {
      put(at.plus(dice.upTo(landscape.grace())), origin, key, status, "back from " + store);
    }
  }

  private void remove(Duration at, StoreName origin, long key) {
    writes.add(new Action.Remove(at, origin, key, "its own"));
    for (StoreName store : landscape.stores()) {
      if (!store.equals(origin)) {
        arrival()
            .ifPresent(delay ->
                writes.add(new Action.Remove(at.plus(delay), store, key, "from " + origin)));
      }
    }
  }

  private void removeAndCreate(Duration at, StoreName origin, long key) {
    remove(at, origin, key);
    everywhere(at.plus(dice.upTo(landscape.grace())), origin, key, status());
  }

  private void changeOfKey(Duration at, StoreName origin, long key) {
    remove(at, origin, key);
    everywhere(at, origin, key(), status());
  }

  /** There and back again, which others may see or not. */
  private void flipFlop(Duration at, StoreName origin, long key) {
    String first = status();
    String other = status();
    Duration between = dice.upTo(landscape.grace().multipliedBy(2));
    everywhere(at, origin, key, first);
    if (dice.oneIn(2)) {
      put(at.plus(between), origin, key, other, "there");
      put(at.plus(between.multipliedBy(2)), origin, key, first, "and back");
    } else {
      everywhere(at.plus(between), origin, key, other);
      everywhere(at.plus(between.multipliedBy(2)), origin, key, first);
    }
  }

  /** It moves so often that it hardly ever rests. */
  private void busy(Duration at, StoreName origin, long key) {
    Duration step = dice.millis(50, (int) landscape.grace().toMillis());
    int moves = dice.between(3, 15);
    for (int i = 0; i < moves; i++) {
      put(at.plus(step.multipliedBy(i)), origin, key, status(), "busy");
    }
    everywhere(at.plus(step.multipliedBy(moves)), origin, key, status());
  }

  /** How long until another service has it; empty where it is lost. */
  private Optional<Duration> arrival() {
    Duration grace = landscape.grace();
    return switch (dice.between(0, 9)) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(grace.plus(dice.upTo(grace.multipliedBy(3))));
      case 2 -> Optional.of(Duration.ZERO);
      case 3 -> Optional.of(grace);
      default -> Optional.of(dice.upTo(grace));
    };
  }

  private void put(Duration at, StoreName store, long key, String status, String why) {
    writes.add(new Action.Put(at, store, key, status, why));
  }

  private long key() {
    return dice.between(1, landscape.keys());
  }

  private String status() {
    return dice.oneOf(STATUS);
  }

  private StoreName store() {
    return dice.oneOf(landscape.stores());
  }
}
