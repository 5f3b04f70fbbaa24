package io.reconciled.simulation;

import io.reconciled.model.EntityName;
import io.reconciled.sweep.Sweep;
import io.reconciled.sweep.SweepLog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Passes every call on to another log of sweeps. */
abstract class PassingSweepLog implements SweepLog {
  private final SweepLog log;

  PassingSweepLog(SweepLog log) {
    this.log = log;
  }

  @Override
  public Sweep begin(EntityName entity, String asked, Instant at) {
    return log.begin(entity, asked, at);
  }

  @Override
  public Sweep beginOfMoved(EntityName entity, String asked, Instant at) {
    return log.beginOfMoved(entity, asked, at);
  }

  @Override
  public void update(Sweep sweep) {
    log.update(sweep);
  }

  @Override
  public Optional<Sweep> byId(long id) {
    return log.byId(id);
  }

  @Override
  public List<Sweep> latest(int limit) {
    return log.latest(limit);
  }

  @Override
  public Optional<Sweep> lastOfAll(EntityName entity) {
    return log.lastOfAll(entity);
  }

  @Override
  public Optional<Sweep> lastFinished(EntityName entity) {
    return log.lastFinished(entity);
  }

  @Override
  public void breakOffRunning(Instant at) {
    log.breakOffRunning(at);
  }
}
