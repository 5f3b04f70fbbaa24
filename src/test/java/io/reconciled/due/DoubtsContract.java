package io.reconciled.due;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.EntityName;
import io.reconciled.model.StoreName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is kept of doubts, wherever it is kept. */
abstract class DoubtsContract {
  private static final EntityName SUBSCRIBER = new EntityName("subscriber");
  private static final EntityName ORDER = new EntityName("order");
  private static final StoreName CRM = new StoreName("crm");
  private static final StoreName BILLING = new StoreName("billing");
  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00.123456Z");

  /** The same ones at every call within a test. */
  abstract Doubts doubts();

  @Test
  void nothingIsInDoubtAtFirst() {
    assertThat(doubts().open()).isEmpty();
  }

  @Test
  void doubtsAreKeptTheOldestFirst() {
    Doubt late = lost(SUBSCRIBER, CRM, 20, 30);
    Doubt early = lost(ORDER, BILLING, 10, 30);

    doubts().raise(List.of(late, early));

    assertThat(doubts().open()).containsExactly(early, late);
  }

  @Test
  void oneThatIsKnownKeepsSinceWhenAndWaitsAnewToBeFollowed() {
    doubts().raise(List.of(lost(SUBSCRIBER, CRM, 10, 20)));
    doubts().followed(CRM, T0.plusSeconds(25));

    doubts()
        .raise(
            List.of(
                new Doubt(SUBSCRIBER, CRM, Doubt.Cause.LOG_LOST, at(28), at(30), "lost again")));

    assertThat(doubts().open())
        .containsExactly(
            new Doubt(SUBSCRIBER, CRM, Doubt.Cause.LOG_LOST, at(10), at(30), "lost again"));
  }

  @Test
  void aSweepThatBeganLaterSettlesWhatIsFollowedAgain() {
    doubts().raise(List.of(lost(SUBSCRIBER, CRM, 10, 20)));
    doubts().followed(CRM, at(25));

    doubts().settle(SUBSCRIBER, at(26));

    assertThat(doubts().open()).isEmpty();
  }

  @Test
  void noSweepSettlesWhatIsNotFollowedAgain() {
    Doubt lost = lost(SUBSCRIBER, CRM, 10, 20);
    doubts().raise(List.of(lost));

    doubts().settle(SUBSCRIBER, at(26));

    assertThat(doubts().open()).containsExactly(lost);
  }

  @Test
  void aSweepThatBeganBeforeTheLogWasFollowedSettlesNothing() {
    doubts().raise(List.of(lost(SUBSCRIBER, CRM, 10, 20)));
    doubts().followed(CRM, at(25));

    doubts().settle(SUBSCRIBER, at(22));
    doubts().settle(SUBSCRIBER, at(25));

    assertThat(doubts().open()).extracting(Doubt::followed).containsExactly(Optional.of(at(25)));
  }

  @Test
  void aSweepSettlesItsEntityAloneWhateverTheCause() {
    Doubt other = lost(ORDER, CRM, 10, 20);
    Doubt emptied = new Doubt(SUBSCRIBER, CRM, Doubt.Cause.EMPTIED, at(12), at(20), "truncated");
    doubts().raise(List.of(lost(SUBSCRIBER, CRM, 10, 20), other, emptied));
    doubts().followed(CRM, at(25));

    doubts().settle(SUBSCRIBER, at(26));

    assertThat(doubts().open()).extracting(Doubt::entity).containsExactly(ORDER);
  }

  @Test
  void whatIsFollowedAgainInOneStoreIsNotInAnother() {
    doubts().raise(List.of(lost(SUBSCRIBER, CRM, 10, 20), lost(SUBSCRIBER, BILLING, 11, 20)));
    doubts().followed(CRM, at(25));

    doubts().settle(SUBSCRIBER, at(26));

    assertThat(doubts().open()).extracting(Doubt::store).containsExactly(BILLING);
  }

  @Test
  void sinceWhenItIsFollowedIsNotMovedOnByLaterSigns() {
    doubts().raise(List.of(lost(SUBSCRIBER, CRM, 10, 20)));
    doubts().followed(CRM, at(25));
    doubts().followed(CRM, at(35));

    assertThat(doubts().open()).extracting(Doubt::followed).containsExactly(Optional.of(at(25)));
  }

  private static Doubt lost(EntityName entity, StoreName store, int since, int raised) {
    return new Doubt(
        entity, store, Doubt.Cause.LOG_LOST, at(since), at(raised), "its slot is <gone>");
  }

  private static Instant at(int second) {
    return T0.plusSeconds(second);
  }
}
