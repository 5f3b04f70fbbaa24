package io.reconciled.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LogLimitTest {
  private static final long GB = 1L << 30;
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private final LogLimit limit = new LogLimit(OptionalLong.of(8 * GB));

  private boolean letGo(double gigabytes, int minutes) {
    return limit
        .exceededBy((long) (gigabytes * GB), NOON.plus(Duration.ofMinutes(minutes)))
        .isPresent();
  }

  @Test
  void upToTheLimitIsKeptForAnyTime() {
    assertThat(letGo(8, 0)).isFalse();
    assertThat(letGo(8, 600)).isFalse();
  }

  @Test
  void aboveTheLimitThereIsTimeToCatchUp() {
    assertThat(letGo(9, 0)).isFalse();
    assertThat(letGo(9, 4)).isFalse();
    assertThat(letGo(9, 5)).isTrue();
  }

  @Test
  void catchingUpIsLetGoOn() {
    assertThat(letGo(30, 0)).isFalse();
    assertThat(letGo(25, 5)).isFalse();
    assertThat(letGo(20, 10)).isFalse();
    assertThat(letGo(20, 14)).isFalse();
    assertThat(letGo(20, 15)).isTrue();
  }

  @Test
  void growingByAQuarterOfTheLimitEndsThePatience() {
    assertThat(letGo(9, 0)).isFalse();
    assertThat(letGo(10.9, 1)).isFalse();
    assertThat(letGo(11, 1)).isTrue();
  }

  @Test
  void whoHasCaughtUpHasAllTheTimeAnew() {
    assertThat(letGo(9, 0)).isFalse();
    assertThat(letGo(7, 4)).isFalse();
    assertThat(letGo(9, 5)).isFalse();
    assertThat(letGo(9, 9)).isFalse();
  }

  @Test
  void withoutALimitNothingIsEverLetGoOf() {
    LogLimit none = new LogLimit(OptionalLong.empty());
    assertThat(none.exceededBy(Long.MAX_VALUE, NOON)).isEmpty();
    assertThat(none.exceededBy(Long.MAX_VALUE, NOON.plus(Duration.ofDays(1)))).isEmpty();
  }

  @Test
  void theReasonTellsHowMuchAndTheLimit() {
    limit.exceededBy(9 * GB, NOON);
    assertThat(limit.exceededBy(12 * GB, NOON))
        .hasValueSatisfying(
            why -> assertThat(why).contains("12,288 MB", "8,192 MB of logLimit", "grows"));
  }
}
