package io.reconciled.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.alert.SettableClock;
import io.reconciled.app.StateDatabase;
import io.reconciled.discrepancy.Masking;
import io.reconciled.discrepancy.jooq.JooqDiscrepancies;
import io.reconciled.due.DueQueue;
import io.reconciled.due.DueSettings;
import io.reconciled.due.InMemoryDueTable;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyRange;
import io.reconciled.model.KeyType;
import io.reconciled.model.RuleName;
import io.reconciled.model.Secret;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import io.reconciled.rules.Authority;
import io.reconciled.rules.Check;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Places;
import io.reconciled.rules.Rule;
import io.reconciled.simulated.NoteScans;
import io.reconciled.simulated.SimulatedKind;
import io.reconciled.simulated.SimulatedServer;
import io.reconciled.simulated.SimulatedTable;
import io.reconciled.state.TestState;
import io.reconciled.store.AnswerLookups;
import io.reconciled.store.Store;
import io.reconciled.store.StoreSettings;
import io.reconciled.store.Stores;
import io.reconciled.sweep.Sweep.State;
import io.reconciled.sweep.jooq.JooqSegmentLog;
import io.reconciled.sweep.jooq.JooqSweepLog;
import io.reconciled.sweep.segment.SegmentNow;
import io.reconciled.sweep.segment.Segments;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sweeps of what moved, over two stores of a hundred keys that agree. */
class SweepMovedTest {
  private static final EntityName SUBSCRIBER = new EntityName("subscriber");
  private static final List<DatasetName> NAMES =
      List.of(new DatasetName("crm"), new DatasetName("billing"));
  private static final List<String> TABLE = List.of("subscriber");
  private static final int KEYS = 100;
  private static final Entity ENTITY = entity();
  private final SettableClock clock = new SettableClock("2026-01-01T00:00:00Z");
  private final SimulatedServer crmServer = new SimulatedServer(clock);
  private final SimulatedServer billingServer = new SimulatedServer(clock);
  private final SimulatedTable crmTable = table(crmServer, "crm");
  private final SimulatedTable billingTable = table(billingServer, "billing");
  private final NoteScans crm = new NoteScans(open(crmServer, "crm"));
  private final NoteScans billing = new NoteScans(open(billingServer, "billing"));
  private final DueQueue due =
      new DueQueue(SUBSCRIBER, DueSettings.withGrace(ENTITY.grace()), new InMemoryDueTable());
  private Optional<Instant> followedSince = Optional.of(clock.instant());
  private StateDatabase state;
  private SweepLog log;
  private Segments segments;
  private RunSweeps sweeps;

  @BeforeEach
  void sweepAllOnce() {
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
    crmTable.put(SharedKey.of(30), Map.of("status", Value.text("CLOSED")));
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
    billingServer.kill();

    Sweep failed = sweeps.startMoved(SUBSCRIBER, "schedule");

    assertThat(failed.state()).isEqualTo(State.INCOMPLETE);
    assertThat(segments.moved()).containsExactly(moved);
    assertThat(log.lastFinished(SUBSCRIBER).orElseThrow().state()).isEqualTo(State.COMPLETE);
    billingServer.start();
    clock.pass(Duration.ofMinutes(1));
    assertThat(sweeps.startMoved(SUBSCRIBER, "schedule").state()).isEqualTo(State.COMPLETE);
    assertThat(segments.moved()).isEmpty();
  }

  @Test
  void whereStoresDoNotAgreeOnAnOrderAllIsReadAndItSaysSo() {
    billingTable.foldsKeys(UnaryOperator.identity());
    segments.moved(SharedKey.of(30), clock.instant());
    clock.pass(Duration.ofMinutes(1));

    Sweep sweep = sweeps.startMoved(SUBSCRIBER, "schedule");

    assertThat(sweep.asked()).contains("do not agree on an order");
    assertThat(sweep.onlyMoved()).isFalse();
    assertThat(sweep.keys()).isEqualTo(KEYS);
    assertThat(segments.now())
        .containsExactly(new SegmentNow(KeyRange.ALL, Optional.of(sweep.started()), false));
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

  @Test
  void sweepLeftBeforeItsFirstRangeBeginsAnew() {
    Piece whole = new Piece(KeyRange.ALL, Piece.datasets(ENTITY), Map.of());
    Piece rest = whole.from(SharedKey.of(3));

    assertThat(sweep().toDo(List.of(PieceOnRecord.of(whole))).begun()).isFalse();
    assertThat(sweep().toDo(List.of(PieceOnRecord.of(rest))).begun()).isTrue();
  }

  private SweepEntity sweep() {
    Stores stores = new Stores(List.of(crm, billing));
    return new SweepEntity(
        ENTITY,
        SweepingInTests.inRangesOf(10),
        new SweepParts(
            SweepingInTests.reading(stores, clock),
            new AnswerLookups(
                stores, ENTITY.datasets(), (dataset, stored) -> stored, store -> Optional.empty()),
            due,
            new JooqDiscrepancies(state.dataSource(), name -> KeyType.INTEGER, Masking.MASK),
            segments,
            clock));
  }

  private static SimulatedTable table(SimulatedServer server, String name) {
    SimulatedTable table =
        server
            .database(server.freshDatabase(name).name())
            .create(TABLE, "id", KeyType.INTEGER, Set.of("status"));
    for (long key = 0; key < KEYS; key++) {
      table.add(SharedKey.of(key), Map.of("status", Value.text("ACTIVE")));
    }
    return table;
  }

  private static Store open(SimulatedServer server, String name) {
    return new SimulatedKind(server)
        .open(
            new StoreSettings(
                new StoreName(name),
                URI.create("simulated://localhost:%d/%s0".formatted(server.port(), name)),
                "",
                Secret.NONE,
                Duration.ofSeconds(1),
                Map.of()));
  }

  private static Entity entity() {
    List<Dataset> datasets =
        NAMES.stream()
            .map(name ->
                new Dataset(
                    SUBSCRIBER,
                    name,
                    new StoreName(name.value()),
                    TABLE,
                    "id",
                    KeyType.INTEGER,
                    Map.of("status", "status")))
            .toList();
    return new Entity(
        SUBSCRIBER,
        KeyType.INTEGER,
        Duration.ofSeconds(5),
        datasets,
        Map.of(),
        List.of(
            Rule.of(
                new RuleName("equal status"),
                new Check.Equal(NAMES, List.of("status"), new Authority.Nobody()))),
        Optional.empty(),
        new Places(Path.of("subscriber.yaml"), Map.of()));
  }
}
