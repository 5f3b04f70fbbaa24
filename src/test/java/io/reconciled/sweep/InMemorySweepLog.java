package io.reconciled.sweep;

import io.reconciled.model.EntityName;
import io.reconciled.sweep.Sweep.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A log of sweeps that lasts as long as a test; under the same contract as the real one. */
public final class InMemorySweepLog implements SweepLog {
  private final TreeMap<Long, Sweep> byId = new TreeMap<>(Comparator.reverseOrder());

  @Override
  public synchronized Sweep begin(EntityName entity, String asked, Instant at) {
    return begin(entity, asked, false, at);
  }

  @Override
  public synchronized Sweep beginOfMoved(EntityName entity, String asked, Instant at) {
    return begin(entity, asked, true, at);
  }

  private Sweep begin(EntityName entity, String asked, boolean onlyMoved, Instant at) {
    Sweep begun =
        new Sweep(
            byId.isEmpty() ? 1 : byId.firstKey() + 1,
            entity,
            asked,
            onlyMoved,
            State.RUNNING,
            at,
            Optional.empty(),
            0,
            0,
            Map.of(),
            Map.of(),
            0,
            Map.of(),
            List.of());
    byId.put(begun.id(), begun);
    return begun;
  }

  /** Also puts one on record that was never begun here. */
  @Override
  public synchronized void update(Sweep sweep) {
    byId.put(sweep.id(), sweep);
  }

  @Override
  public synchronized Optional<Sweep> byId(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public synchronized List<Sweep> latest(int limit) {
    return byId.values().stream().limit(limit).toList();
  }

  @Override
  public synchronized Optional<Sweep> lastOfAll(EntityName entity) {
    return last(entity, any -> true);
  }

  @Override
  public synchronized Optional<Sweep> lastFinished(EntityName entity) {
    return last(
        entity, sweep -> sweep.state() == State.COMPLETE || sweep.state() == State.INCOMPLETE);
  }

  private Optional<Sweep> last(EntityName entity, Predicate<Sweep> wanted) {
    return byId.values().stream()
        .filter(sweep -> sweep.entity().equals(entity) && !sweep.onlyMoved())
        .filter(wanted)
        .findFirst();
  }

  @Override
  public synchronized void breakOffRunning(Instant at) {
    byId.replaceAll((id, sweep) -> sweep.state() == State.RUNNING ? brokenOff(sweep, at) : sweep);
  }

  private static Sweep brokenOff(Sweep sweep, Instant at) {
    return new Sweep(
        sweep.id(),
        sweep.entity(),
        sweep.asked(),
        sweep.onlyMoved(),
        State.BROKEN_OFF,
        sweep.started(),
        Optional.of(at),
        sweep.keys(),
        sweep.suspects(),
        sweep.rows(),
        sweep.keyless(),
        sweep.unreadRanges(),
        sweep.unread(),
        sweep.left());
  }
}
