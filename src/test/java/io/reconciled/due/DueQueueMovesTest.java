package io.reconciled.due;

import static io.reconciled.due.SubscriberQueue.at;
import static io.reconciled.due.SubscriberQueue.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When keys that move are looked at. */
class DueQueueMovesTest {
  private final SubscriberQueue queue = new SubscriberQueue();
  private final StoreLog crm = queue.crm;
  private final StoreLog billing = queue.billing;

  @Test
  void keyIsLookedAtAfterItsGraceWindow() {
    queue.move(1, 0, crm);

    assertThat(queue.take(4.9)).isEmpty();
    assertThat(queue.take(5)).containsExactly(new DueKey(key(1), at(0), at(0), 1, false));
  }

  @Test
  void whatIsDueAndNotTakenIsOverdue() {
    assertThat(queue.overdue(60)).isZero();
    queue.move(1, 0, crm);
    queue.move(2, 3, crm);

    assertThat(queue.overdue(4.9)).isZero();
    assertThat(queue.overdue(20)).isEqualTo(Duration.ofSeconds(15));
    queue.take(20);
    assertThat(queue.overdue(20)).isZero();
  }

  @Test
  void moveRestartsTheClock() {
    queue.move(1, 0, crm);
    queue.move(1, 4, billing);

    assertThat(queue.take(8.9)).isEmpty();
    assertThat(queue.take(9)).containsExactly(new DueKey(key(1), at(0), at(4), 2, false));
  }

  @Test
  void longestDueAreTakenFirst() {
    queue.move(1, 2, crm);
    queue.move(2, 1, crm);
    queue.move(3, 3, crm);

    assertThat(queue.take(60, 2)).extracting(DueKey::key).containsExactly(key(2), key(1));
    assertThat(queue.take(60)).extracting(DueKey::key).containsExactly(key(3));
  }

  @Test
  void keyThatNeverRestsIsTakenAsBusy() {
    for (int second = 0; second <= 52; second += 2) {
      queue.move(1, second, crm);
    }

    assertThat(queue.take(52)).singleElement().matches(DueKey::busy);
  }

  @Test
  void moveOfAKeyThatWaitedLongForAnotherReasonIsNotBusy() {
    queue.move(1, 0, crm);
    queue.later(queue.take(5).getFirst(), 500, false);

    queue.move(1, 400, crm);

    assertThat(queue.take(404)).isEmpty();
    assertThat(queue.take(405)).singleElement().matches(key -> !key.busy());
  }
}
