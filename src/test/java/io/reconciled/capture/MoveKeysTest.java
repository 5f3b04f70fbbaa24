package io.reconciled.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reconciled.due.BrokenDueTable;
import io.reconciled.due.Doubt;
import io.reconciled.due.Doubts;
import io.reconciled.due.DoubtsInMemory;
import io.reconciled.due.Due;
import io.reconciled.due.DueQueue;
import io.reconciled.due.DueSettings;
import io.reconciled.due.InMemoryDueTable;
import io.reconciled.due.StoreLog;
import io.reconciled.due.WatchMoves;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityKey;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyType;
import io.reconciled.model.Position;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StateUnavailable;
import io.reconciled.model.StoreName;
import io.reconciled.store.ChangeEvent;
import io.reconciled.store.StoreHealth;
import io.reconciled.store.sql.MariaDbFeed;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MoveKeysTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final EntityName ENTITY = new EntityName("subscriber");
  private static final Map<String, Object> OFFSET = Map.of("file", "binlog.000002", "pos", 77L);
  private final StoreLog log = new StoreLog(new StoreName("billing"));
  private final DueQueue queue =
      new DueQueue(ENTITY, DueSettings.withGrace(Duration.ofSeconds(5)), new InMemoryDueTable());
  private final Doubts doubts = new DoubtsInMemory();
  private final List<String> watched = new ArrayList<>();
  private final MoveKeys moveKeys = into(queue);

  private MoveKeys into(DueQueue due) {
    return new MoveKeys(
        List.of(
            new Dataset(
                ENTITY,
                new DatasetName("billing"),
                log.store(),
                List.of("billing", "account"),
                "subscriber_id",
                KeyType.INTEGER,
                Map.of())),
        MariaDbFeed.mariaDb(),
        new Due(List.of(due), noting(watched)),
        log,
        new RaiseDoubts(
            log.store(),
            doubts,
            new StoreHealth(Duration.ofSeconds(5)),
            Set::of,
            InstantSource.fixed(NOW)),
        InstantSource.fixed(NOW));
  }

  @Test
  void aChangeHoldsTheLogUntilItsKeyIsFinished() {
    long number = moveKeys.deliver(change("account", Map.of("subscriber_id", 4)));

    assertThat(number).isEqualTo(1);
    assertThat(moveKeys.released()).isZero();
    queue.take(NOW.plusSeconds(5), 1).forEach(queue::finished);
    assertThat(moveKeys.released()).isEqualTo(1);
  }

  @Test
  void aSignIsHeldBehindTheChangesBeforeIt() {
    moveKeys.deliver(change("account", Map.of("subscriber_id", 4)));
    moveKeys.deliver(new Delivered.Sign(OFFSET));

    assertThat(moveKeys.released()).isZero();
    assertThat(log.passed()).contains(new Position(2, 77));
  }

  @Test
  void aChangeOfAnotherTableMovesNothing() {
    moveKeys.deliver(change("invoice", Map.of("subscriber_id", 4)));

    assertThat(queue.waiting()).isZero();
    assertThat(moveKeys.counts()).isEqualTo(new CaptureState.Counts(1, 0, 0));
  }

  @Test
  void whatCannotBeReadIsCountedAndPassed() {
    moveKeys.deliver(change("account", Map.of("subscriber_id", new BigDecimal("0.5"))));
    moveKeys.deliver(new Delivered.Broken(OFFSET, "DataException"));

    assertThat(moveKeys.counts()).isEqualTo(new CaptureState.Counts(1, 0, 2));
    assertThat(moveKeys.released()).isEqualTo(2);
    assertThat(moveKeys.heard()).isEqualTo(Optional.of(NOW));
  }

  @Test
  void whereNoMoreKeysCanBeKeptTheRecordIsNotPassedAndHoldsTheLog() {
    DueSettings one = DueSettings.withGrace(Duration.ofSeconds(5)).atMost(1);
    MoveKeys full = into(new DueQueue(ENTITY, one, new BrokenDueTable()));
    full.deliver(change("account", Map.of("subscriber_id", 4)));

    assertThatThrownBy(() -> full.deliver(change("account", Map.of("subscriber_id", 5))))
        .isInstanceOf(StateUnavailable.class);

    assertThat(log.held()).isEqualTo(2);
    assertThat(full.released()).isZero();
  }

  @Test
  void aTruncatedTablePutsItsEntityInDoubtAndMovesNoKey() {
    moveKeys.deliver(emptied(Map.of("db", "billing", "table", "account")));

    assertThat(doubts.open())
        .containsExactly(
            new Doubt(
                ENTITY,
                log.store(),
                Doubt.Cause.EMPTIED,
                NOW,
                NOW,
                "billing.account was truncated"));
    assertThat(watched).containsExactly("missed of subscriber at " + NOW);
    assertThat(queue.waiting()).isZero();
  }

  @Test
  void aStatementOnAnotherTableLeavesNoDoubt() {
    moveKeys.deliver(emptied(Map.of("db", "billing", "table", "invoice")));
    moveKeys.deliver(emptied(Map.of("db", "billing", "ddl", "DROP TABLE invoice")));
    moveKeys.deliver(emptied(Map.of("db", "archive", "ddl", "DROP TABLE account")));

    assertThat(doubts.open()).isEmpty();
    assertThat(moveKeys.counts()).isEqualTo(new CaptureState.Counts(0, 0, 0));
  }

  private static Delivered emptied(Map<String, Object> source) {
    return new Delivered.Emptied(
        OFFSET, new ChangeEvent(source, Map.of(), Map.of(), Map.of(), NOW), "truncated");
  }

  @Test
  void whoWatchesIsToldOfEachMoveAndOfThoseThatShowNoKey() {
    moveKeys.deliver(change("account", Map.of("subscriber_id", 4)));
    moveKeys.deliver(change("invoice", Map.of("subscriber_id", 5)));
    moveKeys.deliver(change("account", Map.of("subscriber_id", new BigDecimal("0.5"))));
    moveKeys.deliver(new Delivered.Broken(OFFSET, "DataException"));

    assertThat(watched)
        .containsExactly(
            "4 moved at " + NOW,
            "missed of subscriber at " + NOW,
            "missed of subscriber at " + NOW);
  }

  private static WatchMoves noting(List<String> watched) {
    return new WatchMoves() {
      @Override
      public void moved(EntityKey key, Instant at) {
        watched.add(key.key() + " moved at " + at);
      }

      @Override
      public void missed(EntityName entity, Instant at) {
        watched.add("missed of " + entity + " at " + at);
      }
    };
  }

  @Test
  void aFormerKeyThatTheLogMayHideIsMissed() {
    moveKeys.deliver(update(Map.of("id", 1), Map.of()));
    moveKeys.deliver(update(Map.of("id", 1), Map.of("subscriber_id", 3)));
    moveKeys.deliver(update(Map.of("subscriber_id", 4), Map.of()));

    assertThat(watched)
        .containsExactly(
            "missed of subscriber at " + NOW,
            "4 moved at " + NOW,
            "3 moved at " + NOW,
            "4 moved at " + NOW,
            "4 moved at " + NOW);
    assertThat(moveKeys.counts().unread()).isZero();
  }

  private static Delivered update(Map<String, Object> id, Map<String, Object> before) {
    return new Delivered.Change(
        OFFSET,
        new ChangeEvent(
            Map.of("db", "billing", "table", "account"),
            id,
            before,
            Map.of("subscriber_id", 4),
            true,
            NOW));
  }

  @Test
  void aChangedKeyMovesBoth() {
    moveKeys.deliver(
        new Delivered.Change(
            OFFSET,
            new ChangeEvent(
                Map.of("db", "billing", "table", "account"),
                Map.of("id", 1),
                Map.of("subscriber_id", 4),
                Map.of("subscriber_id", 5),
                NOW)));

    assertThat(queue.take(NOW.plusSeconds(5), 9))
        .extracting(due -> due.key().key())
        .containsExactly(SharedKey.of(4), SharedKey.of(5));
  }

  private static Delivered change(String table, Map<String, Object> after) {
    return new Delivered.Change(
        OFFSET,
        new ChangeEvent(
            Map.of("db", "billing", "table", table), Map.of("id", 1), Map.of(), after, NOW));
  }
}
