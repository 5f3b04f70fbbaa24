package io.reconciled.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.app.StateDatabase;
import io.reconciled.model.EntityName;
import io.reconciled.sweep.Sweep.State;
import io.reconciled.sweep.jooq.JooqSweepLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log of sweeps does on every state database. */
abstract class SweepLogContract {
  private static final EntityName SUBSCRIBER = new EntityName("subscriber");
  private static final EntityName ORDER = new EntityName("order");
  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00.123456Z");

  private StateDatabase state;
  private SweepLog log;

  /** New and empty. */
  abstract StateDatabase open();

  SweepLog log(StateDatabase opened) {
    return new JooqSweepLog(opened.dataSource());
  }

  @BeforeEach
  void openLog() {
    state = open();
    log = log(state);
  }

  @AfterEach
  void closeState() {
    state.close();
  }

  @Test
  void begunSweepRunsAndCountsNothingYet() {
    Sweep begun = log.begin(SUBSCRIBER, "schedule", T0);

    assertThat(begun.state()).isEqualTo(State.RUNNING);
    assertThat(begun.started()).isEqualTo(T0);
    assertThat(begun.keys()).isZero();
    assertThat(log.byId(begun.id())).contains(begun);
  }

  @Test
  void keepsAllCounts() {
    Sweep done = ended(log.begin(SUBSCRIBER, "rest", T0), State.INCOMPLETE);

    log.update(done);

    assertThat(log.byId(done.id())).contains(done);
  }

  @Test
  void sweepThatIsNotOnRecordIsNotFound() {
    assertThat(log.byId(404)).isEmpty();
    assertThat(log.lastFinished(SUBSCRIBER)).isEmpty();
    assertThat(log.latest(10)).isEmpty();
  }

  @Test
  void latestAreNewestFirst() {
    Sweep first = log.begin(SUBSCRIBER, "schedule", T0);
    Sweep second = log.begin(ORDER, "schedule", T0);
    Sweep third = log.begin(SUBSCRIBER, "schedule", T0);

    assertThat(log.latest(2)).containsExactly(third, second);
    assertThat(log.latest(10)).containsExactly(third, second, first);
  }

  @Test
  void lastFinishedIsTheLastThatCameToItsEnd() {
    Sweep complete = ended(log.begin(SUBSCRIBER, "schedule", T0), State.COMPLETE);
    log.update(complete);
    log.update(ended(log.begin(SUBSCRIBER, "schedule", T0), State.CANCELLED));
    log.update(ended(log.begin(ORDER, "schedule", T0), State.COMPLETE));
    log.begin(SUBSCRIBER, "schedule", T0);

    assertThat(log.lastFinished(SUBSCRIBER)).contains(complete);
  }

  @Test
  void aSweepOfWhatMovedSaysNothingOfAllKeys() {
    Sweep complete = ended(log.begin(SUBSCRIBER, "schedule", T0), State.COMPLETE);
    log.update(complete);

    Sweep moved = log.beginOfMoved(SUBSCRIBER, "schedule, moved", T0);
    assertThat(moved.onlyMoved()).isTrue();
    log.update(ended(moved, State.COMPLETE));

    assertThat(log.lastFinished(SUBSCRIBER)).contains(complete);
    assertThat(log.lastOfAll(SUBSCRIBER)).contains(complete);
    assertThat(log.byId(moved.id())).contains(ended(moved, State.COMPLETE));
  }

  @Test
  void whatStillRunsIsBrokenOffAndTheRestLeftAlone() {
    Sweep running = log.begin(SUBSCRIBER, "schedule", T0);
    Sweep complete = ended(log.begin(ORDER, "schedule", T0), State.COMPLETE);
    log.update(complete);

    log.breakOffRunning(T0.plusSeconds(9));

    assertThat(log.byId(complete.id())).contains(complete);
    assertThat(log.byId(running.id()))
        .hasValueSatisfying(sweep -> {
          assertThat(sweep.state()).isEqualTo(State.BROKEN_OFF);
          assertThat(sweep.finished()).contains(T0.plusSeconds(9));
        });
  }

  private static Sweep ended(Sweep sweep, State state) {
    return new Sweep(
        sweep.id(),
        sweep.entity(),
        sweep.asked(),
        sweep.onlyMoved(),
        state,
        sweep.started(),
        Optional.of(T0.plusSeconds(60)),
        1_000,
        7,
        Map.of("crm", 990L, "billing", 1_001L),
        Map.of("billing", Map.of("a null key", 3L)),
        2,
        Map.of("profiles", "store profiles does not answer"),
        List.of());
  }
}
