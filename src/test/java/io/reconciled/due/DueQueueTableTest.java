package io.reconciled.due;

import static io.reconciled.due.SubscriberQueue.SUBSCRIBER;
import static io.reconciled.due.SubscriberQueue.at;
import static io.reconciled.due.SubscriberQueue.key;
import static io.reconciled.due.SubscriberQueue.keys;
import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.SharedKey;
import org.junit.jupiter.api.Test;

/** What waits in the table, or is written there so as not to be lost. */
class DueQueueTableTest {
  private final SubscriberQueue queue = new SubscriberQueue();
  private final StoreLog crm = queue.crm;
  private final InMemoryDueTable table = queue.table;

  @Test
  void whatIsAskedForIsDurableAtOnceAndGoneWhenFinished() {
    queue.ask(1, 0, 5);
    assertThat(table.first(SUBSCRIBER, 10))
        .containsExactly(new DueRow(SharedKey.of(1), at(5), at(0)));

    assertThat(queue.take(4)).isEmpty();
    queue.finished(queue.take(5).getFirst());
    queue.spill(6);
    assertThat(table.size(SUBSCRIBER)).isZero();
  }

  @Test
  void keyAskedForAgainBeforeItsRowIsForgottenKeepsARow() {
    queue.ask(1, 0, 5);
    queue.finished(queue.take(5).getFirst());
    queue.ask(1, 6, 10);

    queue.spill(7);

    assertThat(queue.isInTable(1)).isTrue();
  }

  @Test
  void keyAskedForInHandKeepsItsRow() {
    queue.ask(1, 0, 5);
    DueKey first = queue.take(5).getFirst();
    queue.ask(1, 6, 10);

    queue.finished(first);
    queue.spill(7);

    assertThat(queue.isInTable(1)).isTrue();
    assertThat(queue.take(10)).extracting(DueKey::key).containsExactly(key(1));
  }

  @Test
  void lookAskedForDoesNotCutAMovesRestShort() {
    queue.move(1, 10, crm);

    queue.ask(1, 11, 11);

    assertThat(queue.take(14.9)).isEmpty();
    assertThat(queue.take(15)).hasSize(1);
  }

  @Test
  void keyThatHoldsALogTooLongGoesToTheTableAndLetsGo() {
    for (int second = 0; second <= 40; second += 4) {
      queue.move(1, second, crm);
    }
    queue.spill(30);
    assertThat(crm.released()).isZero();

    queue.spill(31);

    assertThat(crm.released()).isEqualTo(crm.next() - 1);
    assertThat(queue.isInTable(1)).isTrue();
    assertThat(queue.take(45)).extracting(DueKey::key).containsExactly(key(1));
  }

  @Test
  void keysAboveTheMemoryLimitWaitInTheTableAndComeBack() {
    for (int key = 1; key <= 20; key++) {
      queue.move(key, key, crm);
    }

    assertThat(queue.waiting()).isLessThanOrEqualTo(4);
    assertThat(table.size(SUBSCRIBER)).isPositive();
    assertThat(queue.drain(100)).containsExactlyInAnyOrderElementsOf(keys(1, 20));
    assertThat(crm.released()).isEqualTo(20);
    assertThat(table.size(SUBSCRIBER)).isZero();
  }

  @Test
  void keyThatMovedAndWentToTheTableStillCountsAsMoved() {
    queue.ask(1, 0, 0);
    queue.finished(queue.take(0).getFirst());
    assertThat(queue.movedSinceTaken(1)).isFalse();

    queue.move(1, 50, crm);
    queue.fill(10, 8, 1);

    assertThat(queue.movedSinceTaken(1)).isTrue();
  }

  @Test
  void moveInHandThatWentToTheTableOutlivesTheLook() {
    queue.ask(1, 0, 0);
    DueKey looked = queue.take(0).getFirst();
    queue.move(1, 1, crm);
    queue.fill(10, 4, 1);

    queue.finished(looked);
    queue.spill(2);

    assertThat(queue.isInTable(1)).isTrue();
    assertThat(queue.drain(100)).contains(key(1));
  }

  @Test
  void moveInHandThatWentToTheTableCountsWhereTheKeyIsPutOff() {
    queue.move(1, 0, crm);
    DueKey looked = queue.take(5).getFirst();
    queue.move(1, 6, crm);
    queue.fill(10, 4, 6);

    queue.later(looked, 6.5, true);

    assertThat(queue.movedSinceTaken(1)).isTrue();
    assertThat(queue.take(6.5)).isEmpty();
    assertThat(queue.take(11)).contains(new DueKey(key(1), at(6), at(6), 1, false));
  }

  @Test
  void keyAskedForInHandKeepsItsRowAlsoWhereMemoryIsFull() {
    queue.ask(1, 0, 0);
    DueKey looked = queue.take(0).getFirst();
    queue.fill(10, 4, 1);
    queue.ask(1, 1, 6);

    queue.finished(looked);
    queue.spill(2);

    assertThat(queue.isInTable(1)).isTrue();
  }

  @Test
  void lookAskedForDoesNotHideAMoveThatWentToTheTable() {
    queue.move(1, 0, crm);
    queue.fill(10, 4, 0);

    queue.ask(1, 1, 6);

    assertThat(queue.movedSinceTaken(1)).isTrue();
    assertThat(queue.take(6)).filteredOn(key -> key.key().equals(key(1))).noneMatch(DueKey::busy);
  }
}
