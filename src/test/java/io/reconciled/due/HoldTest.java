package io.reconciled.due;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.StoreName;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.Test;

/** What keys hold back of one log, link by link. */
class HoldTest {
  private StoreLog log = new StoreLog(new StoreName("crm"));

  /** All tries of a property have one test object. */
  @BeforeTry
  void newLog() {
    log = new StoreLog(new StoreName("crm"));
  }

  @Test
  void withoutAHoldAllThatWasDeliveredIsReleased() {
    assertThat(log.released()).isZero();
    deliver(3);

    assertThat(log.released()).isEqualTo(3);
  }

  @Test
  void theLowestNumberHoldsTheLogWhicheverCameFirst() {
    deliver(5);
    Hold later = log.hold(4);
    Hold earlier = log.hold(2);

    assertThat(log.released()).isEqualTo(1);
    log.release(earlier);
    assertThat(log.released()).isEqualTo(3);
    log.release(later);
    assertThat(log.released()).isEqualTo(5);
  }

  @Test
  void aLinkInTheMiddleOpensNothingAndLosesNoOther() {
    deliver(3);
    Hold first = log.hold(1);
    Hold middle = log.hold(2);
    Hold last = log.hold(3);

    log.release(middle);
    assertThat(log.released()).isZero();
    assertThat(log.held()).isEqualTo(2);
    log.release(first);
    assertThat(log.released()).isEqualTo(2);
    log.release(last);
    assertThat(log.released()).isEqualTo(3);
    assertThat(log.held()).isZero();
  }

  @Test
  void keysThatOneEventMovedHoldItEachByItself() {
    deliver(2);
    Hold one = log.hold(1);
    Hold other = log.hold(1);

    log.release(one);
    assertThat(log.released()).isZero();
    log.release(other);
    assertThat(log.released()).isEqualTo(2);
  }

  @Test
  void aHoldIsLetGoOfInItsOwnLog() {
    StoreLog billing = new StoreLog(new StoreName("billing"));
    deliver(1);
    billing.next();
    Hold inCrm = log.hold(1);
    billing.hold(1);

    StoreLog.releaseAll(List.of(inCrm));

    assertThat(log.released()).isEqualTo(1);
    assertThat(billing.released()).isZero();
  }

  /** Each number is a hold that comes, by its event, or one that goes, by its place. */
  @Property(tries = 500)
  void theLogIsReleasedUpToTheLowestNumberThatIsHeld(
      @ForAll @Size(max = 40) List<@IntRange(max = 59) Integer> changes) {
    long delivered = 20;
    deliver(delivered);
    List<Hold> held = new ArrayList<>();
    for (int change : changes) {
      int which = change / 3;
      if (change % 3 > 0) {
        held.add(log.hold(1 + which));
      } else if (!held.isEmpty()) {
        log.release(held.remove(which % held.size()));
      }

      long lowest = held.stream().mapToLong(hold -> hold.number).min().orElse(delivered + 1);
      assertThat(log.released()).isEqualTo(lowest - 1);
      assertThat(log.held()).isEqualTo(held.size());
    }
  }

  private void deliver(long events) {
    for (long event = 0; event < events; event++) {
      log.next();
    }
  }
}
