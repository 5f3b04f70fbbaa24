package io.reconciled.recheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Dataset;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.simulated.Shards;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class RestDatasetsTest {
  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
  private static final Unread WHY = new Unread(UnverifiedReason.UNREACHABLE, "no answer in time");
  private final Dataset dataset = new Shards(InstantSource.fixed(T0)).datasets().getFirst();
  private final RestDatasets resting = new RestDatasets();

  /** How long the dataset rests after so many failures in a row. */
  private Duration restAfter(int failures) {
    for (int times = 0; times < failures; times++) {
      resting.failed(dataset, WHY, T0);
    }
    Duration rest = Duration.ZERO;
    while (resting.leftAlone(dataset, T0.plus(rest)).isPresent()) {
      rest = rest.plusSeconds(1);
    }
    return rest;
  }

  @Test
  void afterItsFirstFailureItIsReadAgainAsSoonAsItsStoreIs() {
    assertThat(restAfter(1)).isZero();
  }

  @Test
  void itRestsLongerEveryTimeAndNeverVeryLong() {
    assertThat(restAfter(2)).hasSeconds(2);
    assertThat(restAfter(1)).hasSeconds(4);
    assertThat(restAfter(1)).hasSeconds(8);
    assertThat(restAfter(10)).hasSeconds(30);
  }

  @Test
  void anAnswerEndsIt() {
    restAfter(5);
    resting.answered(dataset);

    assertThat(resting.leftAlone(dataset, T0)).isEmpty();
    assertThat(restAfter(1)).isZero();
  }

  @Test
  void whyItFailedIsToldMeanwhile() {
    restAfter(2);

    assertThat(resting.leftAlone(dataset, T0)).contains(WHY);
  }
}
