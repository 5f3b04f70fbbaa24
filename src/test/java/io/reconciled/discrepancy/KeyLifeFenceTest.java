package io.reconciled.discrepancy;

import static io.reconciled.discrepancy.LooksAtAKey.BILLING;
import static io.reconciled.discrepancy.LooksAtAKey.CAPTURED;
import static io.reconciled.discrepancy.LooksAtAKey.CLEAR;
import static io.reconciled.discrepancy.LooksAtAKey.CRM;
import static io.reconciled.discrepancy.LooksAtAKey.at;
import static io.reconciled.discrepancy.LooksAtAKey.broken;
import static io.reconciled.discrepancy.LooksAtAKey.fenced;
import static io.reconciled.discrepancy.LooksAtAKey.suspected;
import static io.reconciled.discrepancy.LooksAtAKey.timing;
import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.UnverifiedReason;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the second look of a key waits for before it counts. */
class KeyLifeFenceTest {
  @Test
  void secondLookAlikeWaitsForTheFenceOfTheDatasetsInvolved() {
    Step second = suspected().looked(broken(5.5, 0), CAPTURED);

    assertThat(second.events()).isEmpty();
    assertThat(second.life().fenced()).isTrue();
    assertThat(second.fence()).containsExactlyInAnyOrder(CRM, BILLING);
  }

  @Test
  void fenceThatIsNotPassedInTimeLeavesItUnverifiedAndDue() {
    Step early = fenced().notPassed(at(20), "crm", CAPTURED);
    Step late = fenced().notPassed(at(36), "crm", CAPTURED);

    assertThat(early.events()).isEmpty();
    assertThat(late.events())
        .singleElement()
        .isInstanceOfSatisfying(
            LifeEvent.Unverified.class,
            event -> assertThat(event.reason()).isEqualTo(UnverifiedReason.BEHIND));
    assertThat(late.lookAt()).contains(at(37));
    assertThat(late.life().passed(at(40), CAPTURED).events()).isEmpty();
  }

  @Test
  void fenceThatIsNotPassedIsGivenUpAlsoWhereTheKeyIsBehindAlready() {
    KeyLife behind =
        fenced().notPassed(at(36), "crm", CAPTURED).life().looked(broken(40, 0), CAPTURED).life();
    KeyLife fencedAgain = behind.looked(broken(45, 0), CAPTURED).life();

    Step late = fencedAgain.notPassed(at(80), "crm", CAPTURED);

    assertThat(fencedAgain.fenced()).isTrue();
    assertThat(late.lookAt()).contains(at(81));
    assertThat(late.life().fenced()).isFalse();
  }

  @Nested
  class ADatasetWithoutCapture {
    private final Timing uncaptured = timing(Set.of(CRM));

    @Test
    void needsAFullGraceWindowBetweenTheTwoLooks() {
      Step first = CLEAR.looked(broken(5, 0), uncaptured);
      Step tooSoon = first.life().looked(broken(6, 0), uncaptured);

      assertThat(first.lookAt()).contains(at(10));
      assertThat(tooSoon.life().fenced()).isFalse();
      assertThat(tooSoon.events()).isEmpty();
    }

    @Test
    void isFencedByTheCapturesThereAre() {
      Step second = CLEAR.looked(broken(5, 0), uncaptured).life().looked(broken(10, 0), uncaptured);

      assertThat(second.fence()).containsExactly(CRM);
    }

    @Test
    void confirmsWithoutAFenceWhereNothingIsCaptured() {
      Timing nothing = timing(Set.of());
      Step second = CLEAR.looked(broken(5, 0), nothing).life().looked(broken(10, 0), nothing);

      assertThat(second.events()).singleElement().isInstanceOf(LifeEvent.Confirmed.class);
    }
  }
}
