package io.reconciled.app;

import io.reconciled.capture.Captures;
import io.reconciled.discrepancy.Masking;
import io.reconciled.due.DueQueue;
import io.reconciled.recheck.RecheckDueKeys;
import io.reconciled.report.ComposeReport;
import io.reconciled.report.Report;
import io.reconciled.report.RulesInForce;
import io.reconciled.report.RulesState;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Entity;
import io.reconciled.sweep.guest.KeepPauses;
import io.reconciled.sweep.jooq.JooqPauseLog;
import io.reconciled.sweep.partition.PartitionSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Sweeps each entity once and waits until what differed is settled, or cannot be. */
final class SweepOnce implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private final Configuration configuration;
  private final Settling settling = new Settling();
  private final Parts parts;
  private final Instant started;

  SweepOnce(Configuration configuration, StateDatabase state, PartitionSettings partitions) {
    this.configuration = configuration;
    this.parts =
        new Parts(
            configuration,
            OnRecord.in(state.dataSource(), configuration, Masking.MASK),
            List.of(),
            new SteadyClock(),
            pauses(state),
            false,
            partitions);
    this.started = parts.clock().instant();
  }

  private static KeepPauses pauses(StateDatabase state) {
    return new KeepPauses(new JooqPauseLog(state.dataSource()));
  }

  /** The sweep that runs at this moment, and how far it is. */
  Optional<ProgressLine.Running> running() {
    return parts.record().sweepLog().latest(1).stream()
        .findFirst()
        .flatMap(sweep ->
            parts
                .gauge()
                .of(sweep)
                .map(howFar -> new ProgressLine.Running(sweep.entity(), howFar)));
  }

  Report run() {
    for (Entity entity : configuration.entities()) {
      parts.runSweeps().sweepNow(entity.name(), "command");
      settle(entity);
    }
    return new ComposeReport(
            this::inForce,
            parts.record().find(),
            parts.record().sweepLog(),
            new DescribeStores(parts, new Captures(List.of())),
            settling,
            parts.record().doubts(),
            parts.clock())
        .report();
  }

  private RulesInForce.Snapshot inForce() {
    return new RulesInForce.Snapshot(
        configuration,
        Map.of(),
        parts.due(),
        parts.runSweeps(),
        new RulesState(started, Optional.empty()));
  }

  /** Two looks a grace window apart, twice over where images changed, and then some. */
  private void settle(Entity entity) {
    RecheckDueKeys recheck = parts.recheck(entity, settling);
    DueQueue due = parts.due().of(entity.name());
    Instant patience = parts.clock().instant().plus(entity.grace().multipliedBy(4)).plus(PATIENCE);
    while (due.waiting() > 0 && parts.clock().instant().isBefore(patience)) {
      if (recheck.round() == 0) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  @Override
  public void close() {
    parts.close();
  }
}
