package io.reconciled.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.app.StateDatabase;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyType;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Places;
import io.reconciled.state.TestState;
import io.reconciled.sweep.Sweep.State;
import io.reconciled.sweep.jooq.JooqSweepLog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SweepAgainTest {
  private static final EntityName SUBSCRIBER = new EntityName("subscriber");
  private static final Entity ENTITY =
      new Entity(
          SUBSCRIBER,
          KeyType.INTEGER,
          Duration.ofSeconds(5),
          List.of(),
          Map.of(),
          List.of(),
          Optional.empty(),
          new Places(Path.of("subscriber.yaml"), Map.of()));

  private final List<Runnable> started = new ArrayList<>();
  private StateDatabase state;
  private SweepLog log;
  private static final PieceOnRecord FROM_SEVEN =
      new PieceOnRecord(List.of("7"), List.of(), List.of("crm"), Map.of());
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private boolean ready = true;
  private Instant changed = Instant.MIN;
  private Optional<Instant> doubted = Optional.empty();
  private RunSweeps run;
  private SweepAgain again;

  @BeforeEach
  void openState() {
    state = TestState.h2InMemory();
    log = new JooqSweepLog(state.dataSource());
    RunSweeps run =
        new RunSweeps(
            entity -> {
              throw new IllegalStateException("nothing is swept in this test");
            },
            log,
            () -> now,
            started::add);
    start(run);
  }

  private void start(RunSweeps run) {
    this.run = run;
    again =
        new SweepAgain(
            List.of(ENTITY),
            run,
            log,
            entity -> ready,
            entity -> changed,
            entity -> doubted,
            () -> now);
  }

  @AfterEach
  void closeState() {
    state.close();
  }

  @Test
  void entityThatWasNeverSweptIsSweptAsSoonAsItsStoresAreReady() {
    ready = false;
    again.round();
    assertThat(started).isEmpty();

    ready = true;
    again.round();
    assertThat(started).hasSize(1);
    assertThat(log.latest(1).getFirst().asked()).isEqualTo("start-up");
  }

  @Test
  void completeSweepIsNotRepeated() {
    ended(State.COMPLETE);
    pass(Duration.ofDays(1));

    again.round();

    assertThat(started).isEmpty();
  }

  @Test
  void completeSweepFromBeforeTheRulesChangedIsRepeatedOnce() {
    ended(State.COMPLETE);
    pass(Duration.ofDays(1));
    changed = now;
    start(run);

    again.round();
    ended(State.COMPLETE);
    again.round();

    assertThat(started).hasSize(1);
  }

  @Test
  void whatIsPutInDoubtWhileTheDaemonRunsIsSweptOnceItsLogIsFollowed() {
    start(run);
    pass(Duration.ofMinutes(1));
    ended(State.COMPLETE);
    pass(Duration.ofMinutes(1));
    again.round();
    assertThat(started).isEmpty();

    doubted = Optional.of(now);
    pass(Duration.ofSeconds(1));
    again.round();

    assertThat(started).hasSize(1);
    ended(State.COMPLETE);
    again.round();
    assertThat(started).hasSize(1);
  }

  @Test
  void aDoubtOfAClockThatWasSetBackIsSweptWhenItsTimeHasCome() {
    ended(State.COMPLETE);
    doubted = Optional.of(now.plus(Duration.ofHours(1)));
    pass(Duration.ofMinutes(1));
    start(run);

    again.round();
    assertThat(started).isEmpty();
    pass(Duration.ofHours(1));
    again.round();

    assertThat(started).hasSize(1);
  }

  @Test
  void rulesThatChangedUnderAClockThatWasSetBackAreSweptOnce() {
    ended(State.COMPLETE);
    changed = now.plus(Duration.ofHours(1));
    pass(Duration.ofMinutes(1));
    start(run);

    again.round();
    ended(State.COMPLETE);
    pass(Duration.ofMinutes(1));
    again.round();
    pass(Duration.ofHours(2));
    again.round();

    assertThat(started).hasSize(1);
  }

  @Test
  void sweepOfAClockThatWasSetBackIsHeldAgainstTheChangesOfThatClock() {
    pass(Duration.ofHours(1));
    ended(State.COMPLETE);
    changed = now.plus(Duration.ofMinutes(1));
    pass(Duration.ofHours(-1));
    start(run);

    again.round();

    assertThat(started).hasSize(1);
  }

  @Test
  void sweepThatWasBrokenOffUnderAClockThatWasSetBackIsTakenUpAtOnce() {
    pass(Duration.ofHours(1));
    ended(State.BROKEN_OFF);
    pass(Duration.ofHours(-1));

    again.round();

    assertThat(started).hasSize(1);
  }

  @Test
  void sweepThatWasBrokenOffIsRepeatedHoweverLongItsDaemonWasGone() {
    log.begin(SUBSCRIBER, "schedule", now);
    pass(Duration.ofHours(3));
    log.breakOffRunning(now);

    pass(Duration.ofSeconds(6));
    again.round();

    assertThat(started).hasSize(1);
  }

  @Test
  void sweepThatRunsIsNotRepeated() {
    again.round();
    pass(Duration.ofHours(3));
    again.round();

    assertThat(started).hasSize(1);
  }

  @Test
  void sweepWhoseEndDidNotComeOnRecordIsRepeated() {
    log.begin(SUBSCRIBER, "schedule", now);

    pass(Duration.ofSeconds(6));
    again.round();

    assertThat(started).hasSize(1);
  }

  @Test
  void sweepThatCouldNotReadAllIsRepeatedAfterAPause() {
    ended(State.INCOMPLETE);

    pass(Duration.ofSeconds(20));
    again.round();
    assertThat(started).isEmpty();

    pass(Duration.ofSeconds(20));
    again.round();
    assertThat(started).hasSize(1);
  }

  @Test
  void sweepThatWasBrokenOffIsTakenUpWhereItWasLeft() {
    Sweep left = ended(State.BROKEN_OFF, Duration.ofHours(5), List.of(FROM_SEVEN));

    pass(Duration.ofSeconds(6));
    again.round();

    assertThat(started).hasSize(1);
    assertThat(log.latest(10)).extracting(Sweep::id).containsExactly(left.id());
  }

  @Test
  void whatWasLeftUnderOtherRulesIsNotTakenUp() {
    Sweep left = ended(State.BROKEN_OFF, Duration.ofHours(5), List.of(FROM_SEVEN));
    changed = now;
    start(run);

    pass(Duration.ofSeconds(6));
    again.round();

    assertThat(log.latest(1).getFirst().id()).isNotEqualTo(left.id());
  }

  @Test
  void sweepThatWaitedForHoursForAStoreIsTakenUpSoonAllTheSame() {
    Sweep left = ended(State.INCOMPLETE, Duration.ofHours(5), List.of(FROM_SEVEN));

    pass(Duration.ofMinutes(11));
    again.round();

    assertThat(log.latest(1).getFirst().id()).isEqualTo(left.id());
    assertThat(started).hasSize(1);
  }

  private void ended(State end) {
    ended(end, Duration.ZERO, List.of());
  }

  private Sweep ended(State end, Duration length, List<PieceOnRecord> left) {
    Sweep sweep = log.begin(SUBSCRIBER, "schedule", now);
    pass(length);
    log.update(
        new Sweep(
            sweep.id(),
            sweep.entity(),
            sweep.asked(),
            sweep.onlyMoved(),
            end,
            sweep.started(),
            Optional.of(now),
            0,
            0,
            Map.of(),
            Map.of(),
            0,
            Map.of(),
            left));
    return sweep;
  }

  private void pass(Duration duration) {
    now = now.plus(duration);
  }
}
