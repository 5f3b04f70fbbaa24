package io.reconciled.discrepancy;

import static io.reconciled.discrepancy.LooksAtAKey.CAPTURED;
import static io.reconciled.discrepancy.LooksAtAKey.CLEAR;
import static io.reconciled.discrepancy.LooksAtAKey.DIFFERS;
import static io.reconciled.discrepancy.LooksAtAKey.KEY;
import static io.reconciled.discrepancy.LooksAtAKey.MISSING;
import static io.reconciled.discrepancy.LooksAtAKey.RULE;
import static io.reconciled.discrepancy.LooksAtAKey.at;
import static io.reconciled.discrepancy.LooksAtAKey.broken;
import static io.reconciled.discrepancy.LooksAtAKey.fenced;
import static io.reconciled.discrepancy.LooksAtAKey.images;
import static io.reconciled.discrepancy.LooksAtAKey.inconsistent;
import static io.reconciled.discrepancy.LooksAtAKey.look;
import static io.reconciled.discrepancy.LooksAtAKey.suspected;
import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.compare.Verdict;
import io.reconciled.model.UnverifiedReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A key from its first look to a verdict that is on record. */
class KeyLifeTest {
  @Test
  void keyThatAgreesLeavesNoTrace() {
    Step step = CLEAR.looked(look(5, 0, Verdict.CONSISTENT, "A", "A"), CAPTURED);

    assertThat(step.events()).isEmpty();
    assertThat(step.lookAt()).isEmpty();
    assertThat(step.durable()).isTrue();
  }

  @Test
  void disagreementIsOnlySuspectedAtFirst() {
    Step step = CLEAR.looked(broken(5, 0), CAPTURED);

    assertThat(step.events()).singleElement().isInstanceOf(LifeEvent.Suspected.class);
    assertThat(step.lookAt()).contains(at(5.5));
    assertThat(step.fence()).isEmpty();
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

    Step step = CLEAR.looked(busy, CAPTURED);

    assertThat(step.events())
        .singleElement()
        .isInstanceOfSatisfying(
            LifeEvent.Unverified.class,
            event -> assertThat(event.reason()).isEqualTo(UnverifiedReason.BUSY));
    assertThat(step.durable()).isFalse();
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

  private static Look missing(double began) {
    return look(began, began - 5, inconsistent(MISSING), "A", "A");
  }
}
