package io.reconciled.due;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.EntityKey;
import io.reconciled.model.EntityName;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DueQueueTest {
  private static final EntityName ENTITY = new EntityName("subscriber");
  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
  private static final DueSettings SETTINGS =
      new DueSettings(Duration.ofSeconds(5), Duration.ofSeconds(50), Duration.ofSeconds(30), 4);

  private final InMemoryDueTable table = new InMemoryDueTable();
  private final StoreLog crm = new StoreLog(new StoreName("crm"));
  private final StoreLog billing = new StoreLog(new StoreName("billing"));
  private DueQueue queue = new DueQueue(ENTITY, SETTINGS, table);

  @Nested
  class Moves {
    @Test
    void keyIsLookedAtAfterItsGraceWindow() {
      move(1, 0, crm);

      assertThat(take(4.9)).isEmpty();
      assertThat(take(5)).containsExactly(new DueKey(key(1), at(0), at(0), 1, false));
    }

    @Test
    void whatIsDueAndNotTakenIsOverdue() {
      assertThat(queue.overdue(at(60))).isZero();
      move(1, 0, crm);
      move(2, 3, crm);

      assertThat(queue.overdue(at(4.9))).isZero();
      assertThat(queue.overdue(at(20))).isEqualTo(Duration.ofSeconds(15));
      take(20);
      assertThat(queue.overdue(at(20))).isZero();
    }

    @Test
    void moveRestartsTheClock() {
      move(1, 0, crm);
      move(1, 4, billing);

      assertThat(take(8.9)).isEmpty();
      assertThat(take(9)).containsExactly(new DueKey(key(1), at(0), at(4), 2, false));
    }

    @Test
    void longestDueAreTakenFirst() {
      move(1, 2, crm);
      move(2, 1, crm);
      move(3, 3, crm);

      assertThat(queue.take(at(60), 2)).extracting(DueKey::key).containsExactly(key(2), key(1));
      assertThat(take(60)).extracting(DueKey::key).containsExactly(key(3));
    }

    @Test
    void keyThatNeverRestsIsTakenAsBusy() {
      for (int second = 0; second <= 52; second += 2) {
        move(1, second, crm);
      }

      assertThat(take(52)).singleElement().matches(DueKey::busy);
    }

    @Test
    void moveOfAKeyThatWaitedLongForAnotherReasonIsNotBusy() {
      move(1, 0, crm);
      queue.later(take(5).getFirst(), at(500), false);

      move(1, 400, crm);

      assertThat(take(404)).isEmpty();
      assertThat(take(405)).singleElement().matches(key -> !key.busy());
    }
  }

  @Nested
  class InHand {
    @Test
    void takenKeyIsNotTakenTwice() {
      move(1, 0, crm);
      take(5);

      assertThat(take(100)).isEmpty();
      assertThat(queue.inHand()).isEqualTo(1);
    }

    @Test
    void moveInHandWaitsAnewAndIsGivenOutOnlyWhenTheLookHasEnded() {
      move(1, 0, crm);
      DueKey first = take(5).getFirst();
      move(1, 6, crm);

      assertThat(queue.movedSinceTaken(key(1))).isTrue();
      assertThat(take(20)).isEmpty();
      queue.finished(first);
      assertThat(take(20)).containsExactly(new DueKey(key(1), at(6), at(6), 1, false));
    }

    @Test
    void moveInHandHoldsTheLogWhenTheLookHasEnded() {
      move(1, 0, crm);
      DueKey first = take(5).getFirst();
      move(1, 6, crm);

      queue.finished(first);

      assertThat(crm.released()).isEqualTo(1);
      queue.finished(take(11).getFirst());
      assertThat(crm.released()).isEqualTo(2);
    }

    @Test
    void keyPutOffHoldsTheLogUnlessTheRecordBringsItBack() {
      move(1, 0, crm);
      queue.later(take(5).getFirst(), at(10), false);
      assertThat(crm.released()).isZero();

      queue.later(take(10).getFirst(), at(20), true);
      assertThat(crm.released()).isEqualTo(1);
      assertThat(take(20)).extracting(DueKey::key).containsExactly(key(1));
    }

    @Test
    void keyPutBackHasStillMoved() {
      move(1, 0, crm);

      queue.putBack(take(5).getFirst(), at(6));

      assertThat(queue.movedSinceTaken(key(1))).isTrue();
      assertThat(crm.released()).isZero();
      assertThat(take(6)).containsExactly(new DueKey(key(1), at(0), at(0), 1, false));
    }

    @Test
    void keyPutOffIsNotLookedAtEarlierBecauseItsRowSaysSo() {
      queue.ask(List.of(SharedKey.of(1)), at(0), at(5));
      queue.later(take(5).getFirst(), at(100), true);
      fill(10, 8, 0);

      assertThat(drain(99)).doesNotContain(key(1));
      assertThat(drain(100)).contains(key(1));
    }
  }

  @Nested
  class Released {
    @Test
    void onlyAnUnbrokenPrefixIsReleased() {
      move(1, 0, crm);
      move(2, 1, crm);
      move(3, 2, crm);
      List<DueKey> taken = take(60);

      queue.finished(taken.get(1));
      assertThat(crm.released()).isZero();
      queue.finished(taken.get(0));
      assertThat(crm.released()).isEqualTo(2);
      queue.finished(taken.get(2));
      assertThat(crm.released()).isEqualTo(3);
      assertThat(crm.held()).isZero();
    }

    @Test
    void eachLogIsReleasedByItself() {
      move(1, 0, crm);
      move(2, 0, billing);

      queue.finished(take(60).getFirst());

      assertThat(crm.released()).isEqualTo(1);
      assertThat(billing.released()).isZero();
    }
  }

  @Nested
  class Table {
    @Test
    void whatIsAskedForIsDurableAtOnceAndGoneWhenFinished() {
      queue.ask(List.of(SharedKey.of(1)), at(0), at(5));
      assertThat(table.first(ENTITY, 10))
          .containsExactly(new DueRow(SharedKey.of(1), at(5), at(0)));

      assertThat(take(4)).isEmpty();
      queue.finished(take(5).getFirst());
      queue.spill(at(6));
      assertThat(table.size(ENTITY)).isZero();
    }

    @Test
    void keyAskedForAgainBeforeItsRowIsForgottenKeepsARow() {
      queue.ask(List.of(SharedKey.of(1)), at(0), at(5));
      queue.finished(take(5).getFirst());
      queue.ask(List.of(SharedKey.of(1)), at(6), at(10));

      queue.spill(at(7));

      assertThat(table.has(ENTITY, SharedKey.of(1))).isTrue();
    }

    @Test
    void keyAskedForInHandKeepsItsRow() {
      queue.ask(List.of(SharedKey.of(1)), at(0), at(5));
      DueKey first = take(5).getFirst();
      queue.ask(List.of(SharedKey.of(1)), at(6), at(10));

      queue.finished(first);
      queue.spill(at(7));

      assertThat(table.has(ENTITY, SharedKey.of(1))).isTrue();
      assertThat(take(10)).extracting(DueKey::key).containsExactly(key(1));
    }

    @Test
    void lookAskedForDoesNotCutAMovesRestShort() {
      move(1, 10, crm);

      queue.ask(List.of(SharedKey.of(1)), at(11), at(11));

      assertThat(take(14.9)).isEmpty();
      assertThat(take(15)).hasSize(1);
    }

    @Test
    void keyThatHoldsALogTooLongGoesToTheTableAndLetsGo() {
      for (int second = 0; second <= 40; second += 4) {
        move(1, second, crm);
      }
      queue.spill(at(30));
      assertThat(crm.released()).isZero();

      queue.spill(at(31));

      assertThat(crm.released()).isEqualTo(crm.next() - 1);
      assertThat(table.has(ENTITY, SharedKey.of(1))).isTrue();
      assertThat(take(45)).extracting(DueKey::key).containsExactly(key(1));
    }

    @Test
    void keysAboveTheMemoryLimitWaitInTheTableAndComeBack() {
      for (int key = 1; key <= 20; key++) {
        move(key, key, crm);
      }

      assertThat(queue.waiting()).isLessThanOrEqualTo(4);
      assertThat(table.size(ENTITY)).isPositive();
      assertThat(drain(100)).containsExactlyInAnyOrderElementsOf(keys(1, 20));
      assertThat(crm.released()).isEqualTo(20);
      assertThat(table.size(ENTITY)).isZero();
    }

    @Test
    void keyThatMovedAndWentToTheTableStillCountsAsMoved() {
      queue.ask(List.of(SharedKey.of(1)), at(0), at(0));
      queue.finished(take(0).getFirst());
      assertThat(queue.movedSinceTaken(key(1))).isFalse();

      move(1, 50, crm);
      fill(10, 8, 1);

      assertThat(queue.movedSinceTaken(key(1))).isTrue();
    }

    @Test
    void moveInHandThatWentToTheTableOutlivesTheLook() {
      queue.ask(List.of(SharedKey.of(1)), at(0), at(0));
      DueKey looked = take(0).getFirst();
      move(1, 1, crm);
      fill(10, 4, 1);

      queue.finished(looked);
      queue.spill(at(2));

      assertThat(table.has(ENTITY, SharedKey.of(1))).isTrue();
      assertThat(drain(100)).contains(key(1));
    }

    @Test
    void moveInHandThatWentToTheTableCountsWhereTheKeyIsPutOff() {
      move(1, 0, crm);
      DueKey looked = take(5).getFirst();
      move(1, 6, crm);
      fill(10, 4, 6);

      queue.later(looked, at(6.5), true);

      assertThat(queue.movedSinceTaken(key(1))).isTrue();
      assertThat(take(6.5)).isEmpty();
      assertThat(take(11)).contains(new DueKey(key(1), at(6), at(6), 1, false));
    }

    @Test
    void keyAskedForInHandKeepsItsRowAlsoWhereMemoryIsFull() {
      queue.ask(List.of(SharedKey.of(1)), at(0), at(0));
      DueKey looked = take(0).getFirst();
      fill(10, 4, 1);
      queue.ask(List.of(SharedKey.of(1)), at(1), at(6));

      queue.finished(looked);
      queue.spill(at(2));

      assertThat(table.has(ENTITY, SharedKey.of(1))).isTrue();
    }

    @Test
    void lookAskedForDoesNotHideAMoveThatWentToTheTable() {
      move(1, 0, crm);
      fill(10, 4, 0);

      queue.ask(List.of(SharedKey.of(1)), at(1), at(6));

      assertThat(queue.movedSinceTaken(key(1))).isTrue();
      assertThat(take(6)).filteredOn(key -> key.key().equals(key(1))).noneMatch(DueKey::busy);
    }
  }

  @Nested
  class ClockSetBack {
    @Test
    void whatWasToBeLookedAtHoursFromNowIsLookedAtSoon() {
      queue.ask(List.of(SharedKey.of(1)), at(3_600), at(3_605));
      queue = new DueQueue(ENTITY, SETTINGS, table);

      assertThat(take(0)).isEmpty();
      assertThat(take(50))
          .singleElement()
          .matches(due -> !due.quietSince().isAfter(at(50)), "has rested since then at the latest");
    }
  }

  @Nested
  class Crash {
    @Test
    void nothingUnfinishedIsLost() {
      for (int key = 1; key <= 12; key++) {
        move(key, key, crm);
      }
      queue.ask(List.of(SharedKey.of(100)), at(13), at(18));
      TreeSet<SharedKey> open = new TreeSet<>(keys(1, 12).stream().map(EntityKey::key).toList());
      open.add(SharedKey.of(100));
      for (DueKey done : queue.take(at(8), 2)) {
        queue.finished(done);
        open.remove(done.key().key());
      }
      queue.take(at(9), 1);

      long acknowledged = crm.released();
      queue = new DueQueue(ENTITY, SETTINGS, table);
      StoreLog replayed = new StoreLog(new StoreName("crm"));
      for (long key = acknowledged + 1; key <= 12; key++) {
        queue.moved(key(key), at(key), replayed, replayed.next());
      }

      assertThat(drain(100)).extracting(EntityKey::key).containsAll(open);
    }
  }

  private void fill(int first, int count, int second) {
    for (int key = first; key < first + count; key++) {
      move(key, second, billing);
    }
  }

  private List<EntityKey> drain(double second) {
    List<EntityKey> seen = new java.util.ArrayList<>();
    for (List<DueKey> keys = take(second); !keys.isEmpty(); keys = take(second)) {
      keys.forEach(queue::finished);
      keys.forEach(key -> seen.add(key.key()));
    }
    queue.spill(at(second));
    return seen;
  }

  private void move(long key, double second, StoreLog log) {
    queue.moved(key(key), at(second), log, log.next());
  }

  private List<DueKey> take(double second) {
    return queue.take(at(second), 100);
  }

  private static List<EntityKey> keys(long from, long to) {
    return LongStream.rangeClosed(from, to).mapToObj(DueQueueTest::key).toList();
  }

  private static EntityKey key(long key) {
    return new EntityKey(ENTITY, SharedKey.of(key));
  }

  private static Instant at(double second) {
    return T0.plusMillis(Math.round(second * 1000));
  }
}
