package io.reconciled.simulation;

import io.reconciled.model.EntityName;
import io.reconciled.sweep.Sweep;
import io.reconciled.sweep.SweepLog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A log of sweeps that the daemon may die at, and that fails with the state database. */
record TouchedSweepLog(SweepLog log, Boundary boundary) implements SweepLog {
  @Override
  public Sweep begin(EntityName entity, String asked, Instant at) {
    return boundary.read(() -> log.begin(entity, asked, at));
  }

  @Override
  public Sweep beginOfMoved(EntityName entity, String asked, Instant at) {
    return boundary.read(() -> log.beginOfMoved(entity, asked, at));
  }

  @Override
  public void update(Sweep sweep) {
    boundary.write(() -> log.update(sweep));
  }

  @Override
  public Optional<Sweep> byId(long id) {
    return boundary.read(() -> log.byId(id));
  }

  @Override
  public List<Sweep> latest(int limit) {
    return boundary.read(() -> log.latest(limit));
  }

  @Override
  public Optional<Sweep> lastOfAll(EntityName entity) {
    return boundary.read(() -> log.lastOfAll(entity));
  }

  @Override
  public Optional<Sweep> lastFinished(EntityName entity) {
    return boundary.read(() -> log.lastFinished(entity));
  }

  @Override
  public void breakOffRunning(Instant at) {
    boundary.write(() -> log.breakOffRunning(at));
  }
}
