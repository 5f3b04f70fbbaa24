package io.reconciled.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reconciled.app.StateDatabase;
import io.reconciled.model.EntityName;
import io.reconciled.model.StateUnavailable;
import io.reconciled.state.TestState;
import io.reconciled.sweep.Sweep.State;
import io.reconciled.sweep.jooq.JooqSweepLog;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunSweepsTest {
  private static final EntityName SUBSCRIBER = new EntityName("subscriber");
  private static final EntityName ORDER = new EntityName("order");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private StateDatabase state;
  private SweepLog log;
  private RunSweeps sweeps;

  /** Every sweep fails when it is run: what is tested here is what becomes of it then. */
  private static SweepEntity failing(EntityName entity) {
    throw new StateUnavailable("down while sweeping " + entity, new IllegalStateException());
  }

  @BeforeEach
  void openState() {
    state = TestState.h2InMemory();
    log = new JooqSweepLog(state.dataSource());
    sweeps = new RunSweeps(RunSweepsTest::failing, log, CLOCK, tasks::add);
  }

  @AfterEach
  void closeState() {
    state.close();
  }

  @Test
  void startedTwiceIsTheSameSweep() {
    Sweep first = sweeps.start(SUBSCRIBER, "rest");
    Sweep second = sweeps.start(SUBSCRIBER, "schedule");
    Sweep other = sweeps.start(ORDER, "schedule");

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.asked()).isEqualTo("rest");
    assertThat(other.id()).isNotEqualTo(first.id());
    assertThat(tasks).hasSize(2);
  }

  @Test
  void aSweepOfWhatMovedMakesWayForOneOfAllKeys() {
    Sweep moved = sweeps.startMoved(SUBSCRIBER, "schedule");
    Sweep all = sweeps.start(SUBSCRIBER, "schedule");

    assertThat(all.id()).isNotEqualTo(moved.id());
    assertThat(sweeps.startMoved(SUBSCRIBER, "rest").id()).isEqualTo(all.id());
    assertThat(sweeps.start(SUBSCRIBER, "rest").id()).isEqualTo(all.id());
    assertThat(tasks).hasSize(1);

    assertThatThrownBy(tasks.remove()::run).isInstanceOf(StateUnavailable.class);

    assertThat(log.byId(moved.id()).orElseThrow().state()).isEqualTo(State.BROKEN_OFF);
    assertThat(log.byId(all.id()).orElseThrow().state()).isEqualTo(State.RUNNING);
    assertThat(tasks).hasSize(1);
  }

  @Test
  void whatWaitedRunsAlsoWhereTheEndOfTheFirstCannotBeRecorded() {
    sweeps.startMoved(SUBSCRIBER, "schedule");
    Sweep waiting = sweeps.start(SUBSCRIBER, "schedule");
    state.close();

    assertThatThrownBy(tasks.remove()::run).isInstanceOf(StateUnavailable.class);

    assertThat(tasks).hasSize(1);
    assertThat(sweeps.isRunning(waiting.id())).isTrue();
  }

  @Test
  void onlyWhatRunsCanBeCancelled() {
    Sweep sweep = sweeps.start(SUBSCRIBER, "rest");

    assertThat(sweeps.cancel(sweep.id())).isTrue();
    assertThat(sweeps.cancel(sweep.id() + 1)).isFalse();
  }

  @Test
  void aSweepThatFailsIsBrokenOffAndTheNextMayStart() {
    Sweep failed = sweeps.start(SUBSCRIBER, "rest");

    assertThatThrownBy(tasks.remove()::run).isInstanceOf(StateUnavailable.class);

    assertThat(log.byId(failed.id()).orElseThrow().state()).isEqualTo(State.BROKEN_OFF);
    assertThat(sweeps.start(SUBSCRIBER, "rest").id()).isNotEqualTo(failed.id());
  }

  @Test
  void aSweepThatFindsNoThreadIsBrokenOff() {
    RunSweeps shuttingDown =
        new RunSweeps(
            RunSweepsTest::failing,
            log,
            CLOCK,
            task -> {
              throw new RejectedExecutionException("shutting down");
            });

    assertThat(shuttingDown.start(SUBSCRIBER, "rest").state()).isEqualTo(State.BROKEN_OFF);
  }
}
