package io.reconciled.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.alert.SettableClock;
import io.reconciled.app.StateDatabase;
import io.reconciled.discrepancy.Masking;
import io.reconciled.discrepancy.jooq.JooqDiscrepancies;
import io.reconciled.due.DueQueue;
import io.reconciled.due.DueSettings;
import io.reconciled.due.InMemoryDueTable;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyRange;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import io.reconciled.rules.Entity;
import io.reconciled.simulated.LoneDataset;
import io.reconciled.simulated.NoteScans;
import io.reconciled.state.TestState;
import io.reconciled.store.Stores;
import io.reconciled.sweep.Sweep.State;
import io.reconciled.sweep.jooq.JooqSegmentLog;
import io.reconciled.sweep.jooq.JooqSweepLog;
import io.reconciled.sweep.segment.SegmentNow;
import io.reconciled.sweep.segment.Segments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sweeps of what moved, over two stores of a hundred keys that agree. */
class SweepMovedTest {
  private static final EntityName SUBSCRIBER = SweptSubscribers.SUBSCRIBER;
  private static final int KEYS = 100;
  private static final Entity ENTITY =
      SweptSubscribers.in(
          List.of(SweptSubscribers.CRM, SweptSubscribers.BILLING), List.of("status"));
  private final SettableClock clock = new SettableClock("2026-01-01T00:00:00Z");
  private final LoneDataset inCrm = new LoneDataset(ENTITY.datasets().getFirst(), clock);
  private final LoneDataset inBilling = new LoneDataset(ENTITY.datasets().getLast(), clock);
  private final NoteScans crm = new NoteScans(inCrm.open());
  private final NoteScans billing = new NoteScans(inBilling.open());
  private final DueQueue due =
      new DueQueue(SUBSCRIBER, DueSettings.withGrace(ENTITY.grace()), new InMemoryDueTable());
  private Optional<Instant> followedSince = Optional.of(clock.instant());
  private StateDatabase state;
  private SweepLog log;
  private Segments segments;
  private RunSweeps sweeps;

  @BeforeEach
  void sweepAllOnce() {
    for (long key = 0; key < KEYS; key++) {
      inCrm.table().add(SharedKey.of(key), status("ACTIVE"));
      inBilling.table().add(SharedKey.of(key), status("ACTIVE"));
    }
    state = TestState.h2InMemory();
    log = new JooqSweepLog(state.dataSource());
    segments =
        new Segments(
            SUBSCRIBER,
            new JooqSegmentLog(state.dataSource(), name -> KeyType.INTEGER),
            () -> followedSince);
    sweeps = new RunSweeps(name -> sweep(), log, clock, Runnable::run);
    clock.pass(Duration.ofMinutes(1));
    sweeps.start(SUBSCRIBER, "schedule");
    forgetScans();
    clock.pass(Duration.ofMinutes(1));
  }

  @AfterEach
  void closeState() {
    state.close();
  }

  @Test
  void onlyTheSegmentsOfKeysThatMovedAreRead() {
    KeyRange moved = segmentOf(30);
    inCrm.table().put(SharedKey.of(30), status("CLOSED"));
    segments.moved(SharedKey.of(30), clock.instant());
    clock.pass(Duration.ofMinutes(1));

    Sweep sweep = sweeps.startMoved(SUBSCRIBER, "schedule");

    assertThat(sweep.asked()).isEqualTo("schedule, moved");
    assertThat(sweep.onlyMoved()).isTrue();
    assertThat(sweep.state()).isEqualTo(State.COMPLETE);
    assertThat(moved.from()).isPresent();
    assertThat(moved.to()).isPresent();
    assertThat(crm.ranges()).startsWith(moved).allMatch(range -> endsWith(moved, range));
    assertThat(billing.ranges()).startsWith(moved).allMatch(range -> endsWith(moved, range));
    assertThat(sweep.keys()).isEqualTo(keysIn(moved)).isLessThan(KEYS / 2);
    assertThat(sweep.suspects()).isEqualTo(1);
    assertThat(due.take(clock.instant().plus(ENTITY.grace()), KEYS))
        .extracting(key -> key.key().key())
        .containsExactly(SharedKey.of(30));
    assertThat(segments.moved()).isEmpty();
  }

  @Test
  void whereNothingMovedNothingIsRead() {
    Sweep sweep = sweeps.startMoved(SUBSCRIBER, "schedule");

    assertThat(sweep.state()).isEqualTo(State.COMPLETE);
    assertThat(sweep.keys()).isZero();
    assertThat(crm.ranges()).isEmpty();
  }

  @Test
  void whereNothingIsKnownAllIsReadAndCountsAsASweepOfAllKeys() {
    followedSince = Optional.empty();

    Sweep sweep = sweeps.startMoved(SUBSCRIBER, "schedule");

    assertThat(sweep.onlyMoved()).isFalse();
    assertThat(sweep.asked()).startsWith("schedule, moved, but all keys");
    assertThat(sweep.keys()).isEqualTo(KEYS);
    assertThat(log.lastFinished(SUBSCRIBER)).contains(sweep);
  }

  @Test
  void aGapInCaptureIsOverWhenAllWasReadAgain() {
    followedSince = Optional.of(clock.instant());
    clock.pass(Duration.ofMinutes(1));

    assertThat(sweeps.startMoved(SUBSCRIBER, "schedule").keys()).isEqualTo(KEYS);
    assertThat(sweeps.startMoved(SUBSCRIBER, "schedule").keys()).isZero();
  }

  @Test
  void aSegmentWhoseSweepFailedStaysMoved() {
    segments.moved(SharedKey.of(30), clock.instant());
    KeyRange moved = segmentOf(30);
    clock.pass(Duration.ofMinutes(1));
    inBilling.server().kill();

    Sweep failed = sweeps.startMoved(SUBSCRIBER, "schedule");

    assertThat(failed.state()).isEqualTo(State.INCOMPLETE);
    assertThat(segments.moved()).containsExactly(moved);
    assertThat(log.lastFinished(SUBSCRIBER).orElseThrow().state()).isEqualTo(State.COMPLETE);
    inBilling.server().start();
    clock.pass(Duration.ofMinutes(1));
    assertThat(sweeps.startMoved(SUBSCRIBER, "schedule").state()).isEqualTo(State.COMPLETE);
    assertThat(segments.moved()).isEmpty();
  }

  @Test
  void whereStoresDoNotAgreeOnAnOrderAllIsReadAndItSaysSo() {
    inBilling.table().foldsKeys(UnaryOperator.identity());
    segments.moved(SharedKey.of(30), clock.instant());
    clock.pass(Duration.ofMinutes(1));

    Sweep sweep = sweeps.startMoved(SUBSCRIBER, "schedule");

    assertThat(sweep.asked()).contains("do not agree on an order");
    assertThat(sweep.onlyMoved()).isFalse();
    assertThat(sweep.keys()).isEqualTo(KEYS);
    assertThat(segments.now())
        .containsExactly(new SegmentNow(KeyRange.ALL, Optional.of(sweep.started()), false));
  }

  @Test
  void sweepLeftBeforeItsFirstRangeBeginsAnew() {
    Piece whole = new Piece(KeyRange.ALL, Piece.datasets(ENTITY), Map.of());
    Piece rest = whole.from(SharedKey.of(3));

    assertThat(sweep().toDo(List.of(PieceOnRecord.of(whole))).begun()).isFalse();
    assertThat(sweep().toDo(List.of(PieceOnRecord.of(rest))).begun()).isTrue();
  }

  private void forgetScans() {
    assertThat(crm.ranges()).isNotEmpty();
    assertThat(billing.ranges()).isNotEmpty();
    assertThat(segments.now()).hasSizeGreaterThan(2);
  }

  private KeyRange segmentOf(long key) {
    return segments.now().stream()
        .map(SegmentNow::range)
        .filter(range -> range.contains(SharedKey.of(key)))
        .findFirst()
        .orElseThrow();
  }

  private static boolean endsWith(KeyRange whole, KeyRange range) {
    return range.to().equals(whole.to()) && whole.contains(range.from().orElseThrow());
  }

  private static long keysIn(KeyRange range) {
    return LongStream.range(0, KEYS).filter(key -> range.contains(SharedKey.of(key))).count();
  }

  private SweepEntity sweep() {
    Stores stores = new Stores(List.of(crm, billing));
    return new SweepEntity(
        ENTITY,
        SweepingInTests.inRangesOf(10),
        new SweepParts(
            SweepingInTests.reading(stores, clock),
            SweepingInTests.answers(stores, ENTITY),
            due,
            new JooqDiscrepancies(state.dataSource(), name -> KeyType.INTEGER, Masking.MASK),
            segments,
            clock));
  }

  private static Map<String, Value> status(String status) {
    return Map.of("status", Value.text(status));
  }
}
