package io.reconciled.simulation;

import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes actions happen. */
final class Happen {
  private final World world;
  private final List<Action> happened = new ArrayList<>();

  Happen(World world) {
    this.world = world;
  }

  List<Action> happened() {
    return happened;
  }

  void happen(Action action, Optional<Life> life) {
    boolean hadEffect =
        switch (action) {
          case Action.Put put ->
              write(put.store(), put.key(), Optional.of(put.status()), put.why());
          case Action.Remove remove ->
              write(remove.store(), remove.key(), Optional.empty(), remove.why());
          case Action.Down down -> reach(down.store(), false);
          case Action.Up up -> reach(up.store(), true);
          case Action.Lag lag -> lag(lag);
          case Action.EngineEnds ends ->
              follow(ends.store(), life, capture -> capture.end("its connection was cut"));
          case Action.Again again ->
              follow(again.store(), life, capture -> capture.again(again.entries()));
          case Action.Kill kill -> kill(kill, life);
          case Action.State state -> state(state.up());
          case Action.Hiccup hiccup -> hiccup(hiccup);
          case Action.Sweep sweep -> sweep(sweep, life);
        };
    if (hadEffect) {
      happened.add(action);
    }
  }

  /** What a service wants to write while its store is down is lost. */
  private boolean write(StoreName store, long number, Optional<String> status, String why) {
    Service service = world.service(store);
    SharedKey key = SharedKey.of(number);
    String what = status.map(text -> "status=" + text).orElse("removed") + " (" + why + ")";
    if (!service.server().isUp()) {
      world.story().tell(world.clock().instant(), store.value(), key, "down, so never " + what);
      return false;
    }
    service.write(key, status);
    long offset = service.log().end();
    world.history().write(world.clock().instant(), store, key, status, offset);
    world.story().tell(world.clock().instant(), store.value(), key, what + ", entry " + offset);
    return true;
  }

  private boolean reach(StoreName store, boolean up) {
    Service service = world.service(store);
    if (service.server().isUp() == up) {
      return false;
    }
    if (up) {
      service.server().start();
    } else {
      service.server().stop();
    }
    world.tell(store.value(), up ? "is up" : "is down");
    return true;
  }

  private boolean lag(Action.Lag action) {
    world.service(action.store()).lag(action.lag());
    world.tell(
        "capture " + action.store(),
        action.lag().map(lag -> "lags by " + Times.text(lag)).orElse("stalls"));
    return true;
  }

  private static boolean follow(StoreName store, Optional<Life> life, Consumer<FollowStore> what) {
    Optional<FollowStore> capture = life.flatMap(living -> living.capture(store));
    capture.ifPresent(what);
    return capture.isPresent();
  }

  private boolean kill(Action.Kill kill, Optional<Life> life) {
    if (life.isPresent()) {
      world.boundary().dieAfter(kill.touches());
    }
    return life.isPresent();
  }

  private boolean state(boolean up) {
    if (world.boundary().isStateUp() == up) {
      return false;
    }
    world.boundary().state(up);
    world.tell("state", up ? "is up" : "is down");
    return true;
  }

  private boolean hiccup(Action.Hiccup hiccup) {
    world.boundary().hiccupAfter(hiccup.calls(), hiccup.afterCommit());
    world.tell(
        "state",
        "will %s once, after %d calls"
            .formatted(hiccup.afterCommit() ? "lose its answer" : "fail", hiccup.calls()));
    return true;
  }

  private static boolean sweep(Action.Sweep sweep, Optional<Life> life) {
    life.ifPresent(living -> living.startSweep(sweep.onlyMoved()));
    return life.isPresent();
  }
}
