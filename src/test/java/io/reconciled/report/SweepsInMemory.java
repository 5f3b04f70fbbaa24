package io.reconciled.report;

import io.reconciled.model.EntityName;
import io.reconciled.sweep.Sweep;
import io.reconciled.sweep.SweepLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Sweeps that are on record as long as a test lasts. */
public final class SweepsInMemory implements SweepLog {
  private final TreeMap<Long, Sweep> sweeps = new TreeMap<>();

  @Override
  public synchronized Sweep begin(EntityName entity, String asked, Instant at) {
    return begin(entity, asked, false, at);
  }

  @Override
  public synchronized Sweep beginOfMoved(EntityName entity, String asked, Instant at) {
    return begin(entity, asked, true, at);
  }

  private Sweep begin(EntityName entity, String asked, boolean onlyMoved, Instant at) {
    long id = sweeps.isEmpty() ? 1 : sweeps.lastKey() + 1;
    Sweep sweep =
        new Sweep(
            id,
            entity,
            asked,
            onlyMoved,
            Sweep.State.RUNNING,
            at,
            Optional.empty(),
            0,
            0,
            Map.of(),
            Map.of(),
            0,
            Map.of(),
            List.of());
    update(sweep);
    return sweep;
  }

  @Override
  public synchronized void update(Sweep sweep) {
    sweeps.put(sweep.id(), sweep);
  }

  @Override
  public synchronized Optional<Sweep> byId(long id) {
    return Optional.ofNullable(sweeps.get(id));
  }

  @Override
  public synchronized List<Sweep> latest(int limit) {
    return sweeps.descendingMap().values().stream().limit(limit).toList();
  }

  @Override
  public synchronized Optional<Sweep> lastOfAll(EntityName entity) {
    return ofAll(entity).findFirst();
  }

  private Stream<Sweep> ofAll(EntityName entity) {
    return sweeps.descendingMap().values().stream()
        .filter(sweep -> sweep.entity().equals(entity) && !sweep.onlyMoved());
  }

  @Override
  public synchronized Optional<Sweep> lastFinished(EntityName entity) {
    return ofAll(entity)
        .filter(sweep ->
            sweep.state() == Sweep.State.COMPLETE || sweep.state() == Sweep.State.INCOMPLETE)
        .findFirst();
  }

  @Override
  public void breakOffRunning(Instant at) {}
}
