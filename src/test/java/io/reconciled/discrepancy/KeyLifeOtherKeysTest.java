package io.reconciled.discrepancy;

import static io.reconciled.discrepancy.LooksAtAKey.BILLING;
import static io.reconciled.discrepancy.LooksAtAKey.CAPTURED;
import static io.reconciled.discrepancy.LooksAtAKey.CLEAR;
import static io.reconciled.discrepancy.LooksAtAKey.CRM;
import static io.reconciled.discrepancy.LooksAtAKey.KEY;
import static io.reconciled.discrepancy.LooksAtAKey.RULE;
import static io.reconciled.discrepancy.LooksAtAKey.at;
import static io.reconciled.discrepancy.LooksAtAKey.fenced;
import static io.reconciled.discrepancy.LooksAtAKey.images;
import static io.reconciled.discrepancy.LooksAtAKey.inconsistent;
import static io.reconciled.discrepancy.LooksAtAKey.look;
import static io.reconciled.discrepancy.LooksAtAKey.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.compare.Finding;
import io.reconciled.compare.Finding.Kind;
import io.reconciled.model.Answer;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.Lookup;
import io.reconciled.model.Readings;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.model.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A finding of a key that rests on what other keys hold. */
class KeyLifeOtherKeysTest {
  private static final Finding SHARED =
      new Finding(Kind.SHARED, List.of("msisdn"), new TreeSet<>(Set.of(BILLING)), Optional.empty());

  @Test
  void needsAFullGraceWindowBetweenTheTwoLooksAlthoughItIsCaptured() {
    Step first = CLEAR.looked(shared(5, 8), CAPTURED);

    assertThat(first.lookAt()).contains(at(10));
    assertThat(first.life().looked(shared(9.9, 8), CAPTURED).life().fenced()).isFalse();
    assertThat(first.life().looked(shared(10, 8), CAPTURED).life().fenced()).isTrue();
  }

  @Test
  void startsOverWhenAnotherKeyHoldsTheValue() {
    KeyLife first = CLEAR.looked(shared(5, 8), CAPTURED).life();

    Step handedOn = first.looked(shared(10, 9), CAPTURED);

    assertThat(handedOn.life().fenced()).isFalse();
    assertThat(handedOn.lookAt()).contains(at(15));
  }

  @Test
  void doesNotStartOverForAnAnswerThatItDoesNotRestOn() {
    KeyLife first = CLEAR.looked(shared(5, 8), CAPTURED).life();
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
        CLEAR.looked(shared(5, 8), CAPTURED).life().looked(shared(10, 8), CAPTURED).life();

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
    KeyLife first = CLEAR.looked(dangling(5, Map.of()), CAPTURED).life();

    Step tooSoon = first.looked(dangling(30.1, Map.of(asked, at(30))), CAPTURED);
    Step inTime = tooSoon.life().looked(dangling(35.1, Map.of(asked, at(30))), CAPTURED);

    assertThat(tooSoon.life().fenced()).isFalse();
    assertThat(tooSoon.lookAt()).contains(at(35.1));
    assertThat(inTime.life().fenced()).isTrue();
  }

  @Test
  void isNotDelayedByAStoreThatWasAskedSomethingElse() {
    KeyLife first = CLEAR.looked(shared(5, 8), CAPTURED).life();
    Reach crmBack = new Reach(Map.of(), Map.of(holders(CRM), at(9)));

    assertThat(first.looked(within(crmBack, shared(10, 8)), CAPTURED).life().fenced()).isTrue();
  }

  private static Look dangling(double began, Map<Lookup, Instant> asked) {
    Finding finding =
        new Finding(Kind.DANGLING, List.of("tariff"), new TreeSet<>(Set.of(CRM)), Optional.empty());
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
