package io.reconciled.discrepancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.compare.Finding;
import io.reconciled.compare.Finding.Kind;
import io.reconciled.compare.Verdict;
import io.reconciled.model.Answer;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityKey;
import io.reconciled.model.EntityName;
import io.reconciled.model.Image;
import io.reconciled.model.Lookup;
import io.reconciled.model.Reading;
import io.reconciled.model.Readings;
import io.reconciled.model.RuleName;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.model.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class KeyLifeTest {
  private static final DatasetName CRM = new DatasetName("crm");
  private static final DatasetName BILLING = new DatasetName("billing");
  private static final DatasetName ARCHIVE = new DatasetName("archive");
  private static final Unread OUT_OF_REACH =
      new Unread(UnverifiedReason.UNREACHABLE, "archive is down");
  private static final RuleName RULE = new RuleName("equal status");
  private static final EntityKey KEY =
      new EntityKey(new EntityName("subscriber"), SharedKey.of(42));
  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final Finding DIFFERS =
      new Finding(
          Kind.DIFFERS, List.of("status"), new TreeSet<>(Set.of(BILLING)), Optional.of(CRM));
  private static final Finding MISSING =
      new Finding(Kind.MISSING, List.of(), new TreeSet<>(Set.of(BILLING)), Optional.of(CRM));
  private static final Timing CAPTURED = timing(Set.of(CRM, BILLING));

  private final KeyLife clear = KeyLife.of(KEY, List.of());

  @Test
  void keyThatAgreesLeavesNoTrace() {
    Step step = clear.looked(look(5, 0, Verdict.CONSISTENT, "A", "A"), CAPTURED);

    assertThat(step.events()).isEmpty();
    assertThat(step.lookAt()).isEmpty();
    assertThat(step.durable()).isTrue();
  }

  @Test
  void disagreementIsOnlySuspectedAtFirst() {
    Step step = clear.looked(broken(5, 0), CAPTURED);

    assertThat(step.events()).singleElement().isInstanceOf(LifeEvent.Suspected.class);
    assertThat(step.lookAt()).contains(at(5.5));
    assertThat(step.fence()).isEmpty();
  }

  @Test
  void secondLookAlikeWaitsForTheFenceOfTheDatasetsInvolved() {
    Step second = suspected().looked(broken(5.5, 0), CAPTURED);

    assertThat(second.events()).isEmpty();
    assertThat(second.life().fenced()).isTrue();
    assertThat(second.fence()).containsExactlyInAnyOrder(CRM, BILLING);
  }

  @Test
  void fenceWithoutAMoveConfirms() {
    Step confirmed = fenced().passed(at(6), CAPTURED);

    assertThat(confirmed.events())
        .singleElement()
        .isInstanceOfSatisfying(
            LifeEvent.Confirmed.class,
            event -> {
              assertThat(event.finding()).isEqualTo(DIFFERS);
              assertThat(event.since()).isEqualTo(at(5));
              assertThat(event.at()).isEqualTo(at(6));
            });
    assertThat(confirmed.life().unsettled()).isFalse();
  }

  @Test
  void moveBeforeTheFenceIsPassedStartsTheSuspicionOver() {
    KeyLife moved = fenced().moved();

    assertThat(moved.passed(at(6), CAPTURED).events()).isEmpty();
    Step next = moved.looked(broken(11, 6), CAPTURED);
    assertThat(next.events()).singleElement().isInstanceOf(LifeEvent.Suspected.class);
    assertThat(next.life().fenced()).isFalse();
  }

  @Test
  void secondLookBeforeTheGraceWindowIsOverDecidesNothing() {
    KeyLife eager = clear.looked(broken(1, 0), CAPTURED).life();

    Step second = eager.looked(broken(2, 0), CAPTURED);

    assertThat(second.life().fenced()).isFalse();
    assertThat(second.lookAt()).contains(at(5));
  }

  @Test
  void imagesThatChangedWithoutAKnownMoveStartTheWindowOver() {
    Step second = suspected().looked(look(5.5, 0, inconsistent(DIFFERS), "A", "C"), CAPTURED);

    assertThat(second.life().fenced()).isFalse();
    assertThat(second.lookAt()).contains(at(10.5));
  }

  @Test
  void suspicionThatHealsConvergesLate() {
    Step step = suspected().looked(look(7, 6, Verdict.CONSISTENT, "A", "A"), CAPTURED);

    assertThat(step.events()).containsExactly(new LifeEvent.Converged(KEY, RULE, at(7), at(5)));
    assertThat(step.lookAt()).isEmpty();
  }

  @Test
  void keyThatNeverRestsIsBusyAndNotSuspected() {
    Look busy =
        new Look(
            at(50),
            at(49.9),
            true,
            Map.of(RULE, inconsistent(DIFFERS)),
            images("A", "B"),
            Reach.UNBROKEN);

    Step step = clear.looked(busy, CAPTURED);

    assertThat(step.events())
        .singleElement()
        .isInstanceOfSatisfying(
            LifeEvent.Unverified.class,
            event -> assertThat(event.reason()).isEqualTo(UnverifiedReason.BUSY));
    assertThat(step.durable()).isFalse();
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
    Step first = clear.looked(withoutArchive, CAPTURED);

    assertThat(step.events()).isEmpty();
    assertThat(step.lookAt()).contains(at(25));
    assertThat(first.events()).singleElement().isInstanceOf(LifeEvent.Suspected.class);
  }

  @Test
  void directionThatTurnsIsConfirmedAnewAndReplacesTheOld() {
    KeyLife confirmed = fenced().passed(at(6), CAPTURED).life();
    KeyLife turned = confirmed.looked(missing(20), CAPTURED).life();
    KeyLife again = turned.looked(missing(20.5), CAPTURED).life();

    assertThat(again.passed(at(21), CAPTURED).events())
        .extracting(Object::getClass)
        .containsExactly((Class) LifeEvent.Resolved.class, LifeEvent.Confirmed.class);
  }

  @Test
  void lifeFromTheRecordTakesItsNextLookAsAFirstOne() {
    Standing onRecord = new Standing(RULE, Optional.empty(), Optional.of(at(1)), Optional.empty());

    Step step = KeyLife.of(KEY, List.of(onRecord)).looked(broken(30, 20), CAPTURED);

    assertThat(step.life().fenced()).isFalse();
    assertThat(step.events())
        .singleElement()
        .isInstanceOfSatisfying(
            LifeEvent.Suspected.class, event -> assertThat(event.since()).isEqualTo(at(1)));
  }

  @Test
  void aFirstLookUnderAClockThatWasSetBackSincePutsNothingOff() {
    Standing ahead = new Standing(RULE, Optional.empty(), Optional.of(at(3_600)), Optional.empty());

    Step step = KeyLife.of(KEY, List.of(ahead)).looked(broken(30, 20), CAPTURED);

    assertThat(step.lookAt()).hasValueSatisfying(next -> assertThat(next).isBefore(at(40)));
    assertThat(step.events())
        .singleElement()
        .isInstanceOfSatisfying(
            LifeEvent.Suspected.class, event -> assertThat(event.since()).isEqualTo(at(30)));
  }

  @Nested
  class AStoreThatCannotBeRead {
    private final Verdict unreachable =
        new Verdict.Unverified(UnverifiedReason.UNREACHABLE, "billing is down");

    @Test
    void isTriedAgainAndHoldsTheLog() {
      Step step = clear.looked(look(4, 0, unreachable, "A", "A"), CAPTURED);

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
      Step first = clear.looked(back(BILLING, 30, broken(30.1, 0)), CAPTURED);
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
    void hasItWithoutCaptureToo() {
      Timing uncaptured = timing(Set.of());
      KeyLife before = clear.looked(broken(5, 0), uncaptured).life();

      Step second = before.looked(back(BILLING, 30, broken(30.1, 0)), uncaptured);

      assertThat(second.events()).isEmpty();
      assertThat(second.lookAt()).contains(at(35));
    }

    @Test
    void shortensNoWaitForAMoveAfterItsReturn() {
      Step first = clear.looked(back(BILLING, 30, broken(36, 31)), CAPTURED);

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

  @Test
  void datasetThatAPersonMustMendGoesOnRecordOnceAndIsTriedAgain() {
    Verdict gone = new Verdict.Unverified(UnverifiedReason.MISCONFIGURED, "no such table");

    Step first = clear.looked(look(5, 0, gone, "A", "A"), CAPTURED);
    Step again = first.life().looked(look(10, 0, gone, "A", "A"), CAPTURED);
    Step mended = again.life().looked(look(15, 0, Verdict.CONSISTENT, "A", "A"), CAPTURED);

    assertThat(first.events()).singleElement().isInstanceOf(LifeEvent.Unverified.class);
    assertThat(first.lookAt()).contains(at(10));
    assertThat(again.events()).isEmpty();
    assertThat(mended.events()).containsExactly(new LifeEvent.Verified(KEY, RULE, at(15)));
  }

  @Nested
  class ADatasetWithoutCapture {
    private final Timing uncaptured = timing(Set.of(CRM));

    @Test
    void needsAFullGraceWindowBetweenTheTwoLooks() {
      Step first = clear.looked(broken(5, 0), uncaptured);
      Step tooSoon = first.life().looked(broken(6, 0), uncaptured);

      assertThat(first.lookAt()).contains(at(10));
      assertThat(tooSoon.life().fenced()).isFalse();
      assertThat(tooSoon.events()).isEmpty();
    }

    @Test
    void isFencedByTheCapturesThereAre() {
      Step second = clear.looked(broken(5, 0), uncaptured).life().looked(broken(10, 0), uncaptured);

      assertThat(second.fence()).containsExactly(CRM);
    }

    @Test
    void confirmsWithoutAFenceWhereNothingIsCaptured() {
      Timing nothing = timing(Set.of());
      Step second = clear.looked(broken(5, 0), nothing).life().looked(broken(10, 0), nothing);

      assertThat(second.events()).singleElement().isInstanceOf(LifeEvent.Confirmed.class);
    }
  }

  @Nested
  class RuleThatGrantsMoreThanTheGraceWindow {
    private final Timing minute =
        new Timing(
            GRACE,
            Duration.ofMillis(500),
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            Set.of(CRM, BILLING),
            Map.of(RULE, Duration.ofMinutes(1)));

    @Test
    void restsUntilAPairOfLooksBeforeItsTime() {
      Step first = clear.looked(broken(5, 0), minute);

      assertThat(first.events()).singleElement().isInstanceOf(LifeEvent.Suspected.class);
      assertThat(first.lookAt()).contains(at(60));
      assertThat(first.life().unsettled()).isFalse();
    }

    @Test
    void isNotConfirmedBeforeItsTime() {
      KeyLife resting = clear.looked(broken(5, 0), minute).life();
      Step pair = resting.looked(broken(60, 0), minute);
      Step tooSoon = pair.life().looked(broken(64.9, 0), minute);
      Step inTime = tooSoon.life().looked(broken(65, 0), minute);

      assertThat(pair.life().unsettled()).isTrue();
      assertThat(tooSoon.life().fenced()).isFalse();
      assertThat(tooSoon.lookAt()).contains(at(65));
      assertThat(inTime.life().fenced()).isTrue();
    }

    @Test
    void countsFromTheFirstLookAcrossMovesAndRestarts() {
      Standing onRecord =
          new Standing(RULE, Optional.empty(), Optional.of(at(5)), Optional.empty());
      KeyLife restarted = KeyLife.of(KEY, List.of(onRecord)).moved();

      KeyLife pair = restarted.looked(broken(62, 57), minute).life();

      assertThat(pair.looked(broken(64.9, 57), minute).life().fenced()).isFalse();
      assertThat(pair.looked(broken(65, 57), minute).life().fenced()).isTrue();
    }

    @Test
    void startsAnewOnceItHasHeld() {
      KeyLife resting = clear.looked(broken(5, 0), minute).life();
      Step held = resting.looked(look(30, 30, Verdict.CONSISTENT, "A", "A"), minute);

      Step again = held.life().looked(broken(40, 35), minute);

      assertThat(held.events()).singleElement().isInstanceOf(LifeEvent.Converged.class);
      assertThat(again.lookAt()).contains(at(95));
    }
  }

  @Nested
  class FindingThatRestsOnOtherKeys {
    private static final Finding SHARED =
        new Finding(
            Kind.SHARED, List.of("msisdn"), new TreeSet<>(Set.of(BILLING)), Optional.empty());

    @Test
    void needsAFullGraceWindowBetweenTheTwoLooksAlthoughItIsCaptured() {
      Step first = clear.looked(shared(5, 8), CAPTURED);

      assertThat(first.lookAt()).contains(at(10));
      assertThat(first.life().looked(shared(9.9, 8), CAPTURED).life().fenced()).isFalse();
      assertThat(first.life().looked(shared(10, 8), CAPTURED).life().fenced()).isTrue();
    }

    @Test
    void startsOverWhenAnotherKeyHoldsTheValue() {
      KeyLife first = clear.looked(shared(5, 8), CAPTURED).life();

      Step handedOn = first.looked(shared(10, 9), CAPTURED);

      assertThat(handedOn.life().fenced()).isFalse();
      assertThat(handedOn.lookAt()).contains(at(15));
    }

    @Test
    void doesNotStartOverForAnAnswerThatItDoesNotRestOn() {
      KeyLife first = clear.looked(shared(5, 8), CAPTURED).life();
      Look billingAlike =
          sharedBesides(
              10,
              8,
              Map.of(
                  holders(CRM),
                  new Answer.Unanswered(new Unread(UnverifiedReason.UNREACHABLE, "crm is down"))));

      assertThat(first.looked(billingAlike, CAPTURED).life().fenced()).isTrue();
    }

    @Test
    void isLookedAtAgainOnceConfirmedForNoMoveOfTheKeyWouldTell() {
      KeyLife fenced =
          clear.looked(shared(5, 8), CAPTURED).life().looked(shared(10, 8), CAPTURED).life();

      Step confirmed = fenced.passed(at(11), CAPTURED);
      Step still = confirmed.life().looked(shared(61, 8), CAPTURED);

      assertThat(confirmed.lookAt()).contains(at(61));
      assertThat(still.events()).isEmpty();
      assertThat(still.lookAt()).contains(at(111));
    }

    @Test
    void givesTheStoreThatWasAskedAGraceWindowFromItsReturn() {
      Lookup asked =
          new Lookup.Exists(
              new EntityName("tariff"), new DatasetName("catalog"), SharedKey.of("GOLD"));
      KeyLife first = clear.looked(dangling(5, Map.of()), CAPTURED).life();

      Step tooSoon = first.looked(dangling(30.1, Map.of(asked, at(30))), CAPTURED);
      Step inTime = tooSoon.life().looked(dangling(35, Map.of(asked, at(30))), CAPTURED);

      assertThat(tooSoon.life().fenced()).isFalse();
      assertThat(tooSoon.lookAt()).contains(at(35));
      assertThat(inTime.life().fenced()).isTrue();
    }

    @Test
    void isNotDelayedByAStoreThatWasAskedSomethingElse() {
      KeyLife first = clear.looked(shared(5, 8), CAPTURED).life();
      Reach crmBack = new Reach(Map.of(), Map.of(holders(CRM), at(9)));

      assertThat(first.looked(within(crmBack, shared(10, 8)), CAPTURED).life().fenced()).isTrue();
    }

    private static Look dangling(double began, Map<Lookup, Instant> asked) {
      Finding finding =
          new Finding(
              Kind.DANGLING, List.of("tariff"), new TreeSet<>(Set.of(CRM)), Optional.empty());
      return within(new Reach(Map.of(), asked), look(began, 0, inconsistent(finding), "A", "A"));
    }

    private static Look shared(double began, long holder) {
      return sharedBesides(began, holder, Map.of());
    }

    private static Look sharedBesides(double began, long holder, Map<Lookup, Answer> others) {
      Answer found = new Answer.Found(new TreeSet<>(Set.of(SharedKey.of(holder))));
      Readings readings = images("A", "A").with(others).with(Map.of(holders(BILLING), found));
      return new Look(
          at(began), at(0), false, Map.of(RULE, inconsistent(SHARED)), readings, Reach.UNBROKEN);
    }

    private static Lookup holders(DatasetName dataset) {
      return new Lookup.Holders(dataset, "msisdn", Value.text("+491"), KEY);
    }
  }

  private KeyLife suspected() {
    return clear.looked(broken(5, 0), CAPTURED).life();
  }

  private KeyLife fenced() {
    return suspected().looked(broken(5.5, 0), CAPTURED).life();
  }

  private static Look broken(double began, double quietSince) {
    return look(began, quietSince, inconsistent(DIFFERS), "A", "B");
  }

  private static Look missing(double began) {
    return look(began, began - 5, inconsistent(MISSING), "A", "A");
  }

  private static Look look(
      double began, double quietSince, Verdict verdict, String crm, String billing) {
    return new Look(
        at(began),
        at(quietSince),
        false,
        Map.of(RULE, verdict),
        images(crm, billing),
        Reach.UNBROKEN);
  }

  private static Look within(Reach reach, Look look) {
    return new Look(
        look.began(), look.quietSince(), look.busy(), look.verdicts(), look.readings(), reach);
  }

  private static Readings images(String crm, String billing) {
    Map<DatasetName, Reading> images = Map.of(CRM, status(crm), BILLING, status(billing));
    return new Readings(images);
  }

  private static Image status(String status) {
    return new Image.Present(Map.of("status", Value.text(status)));
  }

  private static Verdict inconsistent(Finding finding) {
    return new Verdict.Inconsistent(finding);
  }

  private static Timing timing(Set<DatasetName> captured) {
    return new Timing(
        GRACE,
        Duration.ofMillis(500),
        Duration.ofSeconds(30),
        Duration.ofSeconds(1),
        captured,
        Map.of());
  }

  private static Instant at(double seconds) {
    return T0.plusMillis(Math.round(seconds * 1000));
  }
}
