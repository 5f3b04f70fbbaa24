package io.reconciled.simulation;

import io.reconciled.discrepancy.LifeEvent;
import io.reconciled.discrepancy.Look;
import io.reconciled.due.DueKey;
import io.reconciled.simulation.Failure.Check;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Knows all that ever happened, and checks all that the daemon does against it. */
final class Oracle implements Watching {
  private final World world;
  private final Consumer<Duration> passTime;
  private final Judge judge;
  private final Looks looks;
  private final NoFalseAlarm noFalseAlarm;
  private final NoFalseGreen noFalseGreen;
  private final Positions positions;
  private final Memory memory;
  private final NoMiss noMiss;
  private final Map<String, Integer> counts = new TreeMap<>();

  Oracle(World world, Consumer<Duration> passTime) {
    this.world = world;
    this.passTime = passTime;
    this.judge = new Judge(world.clock(), world.story());
    this.looks = new Looks(world);
    this.noFalseAlarm = new NoFalseAlarm(world, looks, judge);
    this.noFalseGreen = new NoFalseGreen(world, judge);
    this.positions = new Positions(world, looks, judge);
    this.memory = new Memory(world, judge);
    this.noMiss = new NoMiss(world, judge);
  }

  @Override
  public void looked(DueKey key, Look look) {
    count("looks");
    Seen seen = looks.add(key, look);
    world
        .story()
        .tell(
            world.clock().instant(),
            "daemon",
            key.key().key(),
            "looks, since %s%s: %s"
                .formatted(Times.text(look.began()), key.busy() ? ", busy" : "", look.verdicts()));
    noFalseGreen.looked(seen);
  }

  @Override
  public void recorded(List<LifeEvent> events) {
    for (LifeEvent event : events) {
      String what = event.getClass().getSimpleName();
      count(what);
      world
          .story()
          .tell(world.clock().instant(), "record", event.key().key(), what + ": " + event.rule());
      if (event instanceof LifeEvent.Confirmed confirmed) {
        noFalseAlarm.confirmed(confirmed);
      }
    }
  }

  @Override
  public void acknowledged(Service service, long from, long to) {
    count("acknowledgements");
    world.tell("capture " + service.place().store(), "entry " + to + " is acknowledged");
    positions.acknowledged(service, from, to);
  }

  @Override
  public void passTime(Duration time) {
    passTime.accept(time);
  }

  void afterTurn(Life life) {
    memory.check(life);
    noMiss.check(life);
  }

  void killed() {
    count("kills");
  }

  void unforeseen(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    judge.fail(Check.FORESEEN, Optional.empty(), trace.toString());
  }

  boolean isDone() {
    return noMiss.isDone();
  }

  Optional<Failure> failure() {
    return judge.failure();
  }

  Map<String, Integer> counts() {
    return counts;
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }
}
