package io.reconciled.discrepancy;

import static io.reconciled.discrepancy.LooksAtAKey.BILLING;
import static io.reconciled.discrepancy.LooksAtAKey.CAPTURED;
import static io.reconciled.discrepancy.LooksAtAKey.CLEAR;
import static io.reconciled.discrepancy.LooksAtAKey.CRM;
import static io.reconciled.discrepancy.LooksAtAKey.GRACE;
import static io.reconciled.discrepancy.LooksAtAKey.KEY;
import static io.reconciled.discrepancy.LooksAtAKey.RULE;
import static io.reconciled.discrepancy.LooksAtAKey.at;
import static io.reconciled.discrepancy.LooksAtAKey.broken;
import static io.reconciled.discrepancy.LooksAtAKey.look;
import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.compare.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How long stores may disagree on a key before it counts. */
class KeyLifeGraceTest {
  @Test
  void secondLookBeforeTheGraceWindowIsOverDecidesNothing() {
    KeyLife eager = CLEAR.looked(broken(1, 0), CAPTURED).life();

    Step second = eager.looked(broken(2, 0), CAPTURED);

    assertThat(second.life().fenced()).isFalse();
    assertThat(second.lookAt()).contains(at(5));
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
      Step first = CLEAR.looked(broken(5, 0), minute);

      assertThat(first.events()).singleElement().isInstanceOf(LifeEvent.Suspected.class);
      assertThat(first.lookAt()).contains(at(60));
      assertThat(first.life().unsettled()).isFalse();
    }

    @Test
    void isNotConfirmedBeforeItsTime() {
      KeyLife resting = CLEAR.looked(broken(5, 0), minute).life();
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
      KeyLife resting = CLEAR.looked(broken(5, 0), minute).life();
      Step held = resting.looked(look(30, 30, Verdict.CONSISTENT, "A", "A"), minute);

      Step again = held.life().looked(broken(40, 35), minute);

      assertThat(held.events()).singleElement().isInstanceOf(LifeEvent.Converged.class);
      assertThat(again.lookAt()).contains(at(95));
    }
  }
}
