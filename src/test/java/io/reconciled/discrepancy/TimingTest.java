package io.reconciled.discrepancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingTest {
  @ParameterizedTest(name = "after {0} in {2}, where the first try is after {1}")
  @CsvSource({
    "PT0S, PT1S, PT1S",
    "PT4S, PT1S, PT1S",
    "PT8S, PT1S, PT2S",
    "PT8S, PT5S, PT5S",
    "PT1M, PT5S, PT15S",
    "PT3H, PT1S, PT30S",
    "PT3H, PT2M, PT2M",
    "-PT1H, PT1S, PT1S"
  })
  void aKeyThatWaitsForAStoreIsTriedEverMoreSeldom(
      Duration waited, Duration first, Duration pause) {
    assertThat(Timing.untilNextTry(waited, first)).isEqualTo(pause);
  }
}
