package io.reconciled.due;

import static io.reconciled.due.SubscriberQueue.at;
import static io.reconciled.due.SubscriberQueue.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys that are being looked at, and the logs that they and others hold. */
class DueQueueInHandTest {
  private final SubscriberQueue queue = new SubscriberQueue();
  private final StoreLog crm = queue.crm;
  private final StoreLog billing = queue.billing;

  @Test
  void takenKeyIsNotTakenTwice() {
    queue.move(1, 0, crm);
    queue.take(5);

    assertThat(queue.take(100)).isEmpty();
    assertThat(queue.inHand()).isEqualTo(1);
  }

  @Test
  void moveInHandWaitsAnewAndIsGivenOutOnlyWhenTheLookHasEnded() {
    queue.move(1, 0, crm);
    DueKey first = queue.take(5).getFirst();
    queue.move(1, 6, crm);

    assertThat(queue.movedSinceTaken(1)).isTrue();
    assertThat(queue.take(20)).isEmpty();
    queue.finished(first);
    assertThat(queue.take(20)).containsExactly(new DueKey(key(1), at(6), at(6), 1, false));
  }

  @Test
  void moveInHandHoldsTheLogWhenTheLookHasEnded() {
    queue.move(1, 0, crm);
    DueKey first = queue.take(5).getFirst();
    queue.move(1, 6, crm);

    queue.finished(first);

    assertThat(crm.released()).isEqualTo(1);
    queue.finished(queue.take(11).getFirst());
    assertThat(crm.released()).isEqualTo(2);
  }

  @Test
  void keyPutOffHoldsTheLogUnlessTheRecordBringsItBack() {
    queue.move(1, 0, crm);
    queue.later(queue.take(5).getFirst(), 10, false);
    assertThat(crm.released()).isZero();

    queue.later(queue.take(10).getFirst(), 20, true);
    assertThat(crm.released()).isEqualTo(1);
    assertThat(queue.take(20)).extracting(DueKey::key).containsExactly(key(1));
  }

  @Test
  void keyPutBackHasStillMoved() {
    queue.move(1, 0, crm);

    queue.putBack(queue.take(5).getFirst(), 6);

    assertThat(queue.movedSinceTaken(1)).isTrue();
    assertThat(crm.released()).isZero();
    assertThat(queue.take(6)).containsExactly(new DueKey(key(1), at(0), at(0), 1, false));
  }

  @Test
  void keyPutOffIsNotLookedAtEarlierBecauseItsRowSaysSo() {
    queue.ask(1, 0, 5);
    queue.later(queue.take(5).getFirst(), 100, true);
    queue.fill(10, 8, 0);

    assertThat(queue.drain(99)).doesNotContain(key(1));
    assertThat(queue.drain(100)).contains(key(1));
  }

  @Test
  void onlyAnUnbrokenPrefixIsReleased() {
    queue.move(1, 0, crm);
    queue.move(2, 1, crm);
    queue.move(3, 2, crm);
    List<DueKey> taken = queue.take(60);

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
    queue.move(1, 0, crm);
    queue.move(2, 0, billing);

    queue.finished(queue.take(60).getFirst());

    assertThat(crm.released()).isEqualTo(1);
    assertThat(billing.released()).isZero();
  }
}
