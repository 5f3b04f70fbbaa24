package io.reconciled.discrepancy;

import static io.reconciled.discrepancy.LooksAtAKey.ARCHIVE;
import static io.reconciled.discrepancy.LooksAtAKey.BILLING;
import static io.reconciled.discrepancy.LooksAtAKey.CAPTURED;
import static io.reconciled.discrepancy.LooksAtAKey.CLEAR;
import static io.reconciled.discrepancy.LooksAtAKey.CRM;
import static io.reconciled.discrepancy.LooksAtAKey.KEY;
import static io.reconciled.discrepancy.LooksAtAKey.MISSING;
import static io.reconciled.discrepancy.LooksAtAKey.RULE;
import static io.reconciled.discrepancy.LooksAtAKey.at;
import static io.reconciled.discrepancy.LooksAtAKey.broken;
import static io.reconciled.discrepancy.LooksAtAKey.fenced;
import static io.reconciled.discrepancy.LooksAtAKey.inconsistent;
import static io.reconciled.discrepancy.LooksAtAKey.look;
import static io.reconciled.discrepancy.LooksAtAKey.suspected;
import static io.reconciled.discrepancy.LooksAtAKey.timing;
import static io.reconciled.discrepancy.LooksAtAKey.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.compare.Finding;
import io.reconciled.compare.Finding.Kind;
import io.reconciled.compare.Verdict;
import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.Readings;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a look at a key says of stores that it cannot read, or could not a moment ago. */
class KeyLifeOutOfReachTest {
  private static final Unread OUT_OF_REACH =
      new Unread(UnverifiedReason.UNREACHABLE, "archive is down");

  @Test
  void lookThatCannotSeeAllDoesNotReplaceWhatRestsOnTheRest() {
    Finding both =
        new Finding(
            Kind.MISSING, List.of(), new TreeSet<>(Set.of(BILLING, ARCHIVE)), Optional.of(CRM));
    Standing confirmed = new Standing(RULE, Optional.of(both), Optional.empty(), Optional.empty());
    Look withoutArchive =
        new Look(
            at(20),
            at(0),
            false,
            Map.of(RULE, inconsistent(MISSING)),
            new Readings(
                Map.of(
                    CRM,
                    new Image.Present(Map.of()),
                    BILLING,
                    Image.ABSENT,
                    ARCHIVE,
                    OUT_OF_REACH)),
            Reach.UNBROKEN);

    Step step = KeyLife.of(KEY, List.of(confirmed)).looked(withoutArchive, CAPTURED);
    Step first = CLEAR.looked(withoutArchive, CAPTURED);

    assertThat(step.events()).isEmpty();
    assertThat(step.lookAt()).contains(at(25));
    assertThat(first.events()).singleElement().isInstanceOf(LifeEvent.Suspected.class);
  }

  @Test
  void datasetThatAPersonMustMendGoesOnRecordOnceAndIsTriedAgain() {
    Verdict gone = new Verdict.Unverified(UnverifiedReason.MISCONFIGURED, "no such table");

    Step first = CLEAR.looked(look(5, 0, gone, "A", "A"), CAPTURED);
    Step again = first.life().looked(look(10, 0, gone, "A", "A"), CAPTURED);
    Step mended = again.life().looked(look(15, 0, Verdict.CONSISTENT, "A", "A"), CAPTURED);

    assertThat(first.events()).singleElement().isInstanceOf(LifeEvent.Unverified.class);
    assertThat(first.lookAt()).contains(at(10));
    assertThat(again.events()).isEmpty();
    assertThat(mended.events()).containsExactly(new LifeEvent.Verified(KEY, RULE, at(15)));
  }

  @Nested
  class AStoreThatCannotBeRead {
    private final Verdict unreachable =
        new Verdict.Unverified(UnverifiedReason.UNREACHABLE, "billing is down");

    @Test
    void isTriedAgainAndHoldsTheLog() {
      Step step = CLEAR.looked(look(4, 0, unreachable, "A", "A"), CAPTURED);

      assertThat(step.events()).isEmpty();
      assertThat(step.lookAt()).contains(at(5));
      assertThat(step.durable()).isFalse();
    }

    @Test
    void resolvesNothing() {
      KeyLife confirmed = fenced().passed(at(6), CAPTURED).life();

      Step step = confirmed.looked(look(20, 15, unreachable, "A", "A"), CAPTURED);

      assertThat(step.events()).isEmpty();
      assertThat(step.life().looked(look(30, 15, Verdict.CONSISTENT, "A", "A"), CAPTURED).events())
          .containsExactly(new LifeEvent.Resolved(KEY, RULE, at(30)));
    }

    @Test
    void confirmsNothing() {
      Step step = suspected().looked(look(5.5, 0, unreachable, "A", "B"), CAPTURED);

      assertThat(step.life().passed(at(6), CAPTURED).events()).isEmpty();
    }
  }

  @Nested
  class AStoreThatWasOutOfReach {
    @Test
    void hasAFullGraceWindowFromItsReturn() {
      Step first = CLEAR.looked(back(BILLING, 30, broken(30.1, 0)), CAPTURED);
      Step tooSoon = first.life().looked(back(BILLING, 30, broken(34.9, 0)), CAPTURED);
      Step inTime = tooSoon.life().looked(back(BILLING, 30, broken(35, 0)), CAPTURED);

      assertThat(first.lookAt()).contains(at(35));
      assertThat(tooSoon.life().fenced()).isFalse();
      assertThat(inTime.life().fenced()).isTrue();
    }

    @Test
    void hasItAlsoWhenItWentAwayBetweenTheTwoLooks() {
      Step second = suspected().looked(back(BILLING, 30, broken(30.1, 0)), CAPTURED);

      assertThat(second.life().fenced()).isFalse();
      assertThat(second.lookAt()).contains(at(35));
    }

    @Test
    void hasItFromTheFirstLookOnWhereNoCaptureTells() {
      Timing uncaptured = timing(Set.of());
      KeyLife before = CLEAR.looked(broken(5, 0), uncaptured).life();

      Step second = before.looked(back(BILLING, 30, broken(30.1, 0)), uncaptured);

      assertThat(second.lookAt()).contains(at(35.1));
      assertThat(second.life().looked(back(BILLING, 30, broken(35, 0)), uncaptured).events())
          .isEmpty();
      assertThat(second.life().looked(back(BILLING, 30, broken(35.1, 0)), uncaptured).events())
          .singleElement()
          .isInstanceOf(LifeEvent.Confirmed.class);
    }

    @Test
    void shortensNoWaitForAMoveAfterItsReturn() {
      Step first = CLEAR.looked(back(BILLING, 30, broken(36, 31)), CAPTURED);

      assertThat(first.lookAt()).contains(at(36.5));
      assertThat(first.life().looked(back(BILLING, 30, broken(36.5, 31)), CAPTURED).life().fenced())
          .isTrue();
    }

    @Test
    void delaysNothingThatDoesNotRestOnIt() {
      DatasetName archive = new DatasetName("archive");

      Step second = suspected().looked(back(archive, 5.4, broken(5.5, 0)), CAPTURED);

      assertThat(second.life().fenced()).isTrue();
    }

    private static Look back(DatasetName dataset, double since, Look look) {
      return within(new Reach(Map.of(dataset, at(since)), Map.of()), look);
    }
  }
}
