package io.reconciled.due;

import static io.reconciled.due.SubscriberQueue.at;
import static io.reconciled.due.SubscriberQueue.key;
import static io.reconciled.due.SubscriberQueue.keys;
import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.EntityKey;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a queue makes of a table that another has left behind. */
class DueQueueRestartTest {
  private final SubscriberQueue queue = new SubscriberQueue();
  private final StoreLog crm = queue.crm;

  @Test
  void nothingUnfinishedIsLost() {
    for (int key = 1; key <= 12; key++) {
      queue.move(key, key, crm);
    }
    queue.ask(100, 13, 18);
    TreeSet<SharedKey> open = new TreeSet<>(keys(1, 12).stream().map(EntityKey::key).toList());
    open.add(SharedKey.of(100));
    for (DueKey done : queue.take(8, 2)) {
      queue.finished(done);
      open.remove(done.key().key());
    }
    queue.take(9, 1);

    long acknowledged = crm.released();
    queue.crash();
    StoreLog replayed = new StoreLog(new StoreName("crm"));
    for (long key = acknowledged + 1; key <= 12; key++) {
      queue.move(key, key, replayed);
    }

    assertThat(queue.drain(100)).extracting(EntityKey::key).containsAll(open);
  }

  @Test
  void whatWasToBeLookedAtHoursFromNowIsLookedAtSoon() {
    queue.ask(1, 3_600, 3_605);
    queue.crash();

    assertThat(queue.take(0)).isEmpty();
    assertThat(queue.take(50))
        .singleElement()
        .matches(due -> !due.quietSince().isAfter(at(50)), "has rested since then at the latest");
  }
}
