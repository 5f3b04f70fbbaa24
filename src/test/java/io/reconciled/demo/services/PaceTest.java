package io.reconciled.demo.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
  private static final int PER_SECOND = 50;

  private final Pace pace = new Pace(PER_SECOND, START);

  @Test
  void keepsToTheRateHoweverLongAChangeTakes() {
    assertThat(changesBy(START.plusMillis(999), START.plusMillis(300))).isEqualTo(PER_SECOND);
  }

  @Test
  void catchesUpAShortHoldUpOnly() {
    Instant late = START.plusSeconds(30);
    int caughtUp = changesBy(late, late);
    assertThat(caughtUp).isEqualTo(2 * PER_SECOND + 1);
  }

  /** How many changes it asks for until the end, to somebody who is held up until then. */
  private int changesBy(Instant end, Instant heldUpUntil) {
    Instant now = heldUpUntil;
    int changes = 0;
    while (true) {
      Duration wait = pace.untilNext(now);
      now = wait.isPositive() ? now.plus(wait) : now;
      if (now.isAfter(end)) {
        return changes;
      }
      changes++;
    }
  }
}
