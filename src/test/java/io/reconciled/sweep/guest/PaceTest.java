package io.reconciled.sweep.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final FakeTime time = new FakeTime();

  private Pace pace(int rowsPerSecond) {
    return new Pace(OptionalInt.of(rowsPerSecond), time.ticks());
  }

  @Test
  void rowsTakeAsLongAsTheirRateSays() {
    Pace pace = pace(50_000);
    for (int block = 0; block < 100; block++) {
      pace.rows(2_000);
    }
    assertThat(time.passed()).isCloseTo(Duration.ofSeconds(4), Duration.ofMillis(150));
    assertThat(pace.rows()).isEqualTo(200_000);
    assertThat(pace.rowsPerSecond()).isCloseTo(50_000, within(5_000.0));
  }

  @Test
  void aRestIsNotMadeUpFor() {
    Pace pace = pace(1_000);
    time.pass(Duration.ofHours(1));
    pace.rows(100);
    assertThat(time.passed()).isEqualTo(Duration.ofHours(1));
    pace.rows(1_000);
    assertThat(time.passed()).isEqualTo(Duration.ofHours(1).plusSeconds(1));
  }

  @Test
  void noWaitIsLongerThanOneThatCanBeCancelled() {
    Pace pace = pace(10);
    pace.rows(2_000);
    assertThat(time.longestWait()).isEqualTo(Duration.ofSeconds(1));
    assertThat(pace.exceeded()).isPresent();
    time.pass(Duration.ofSeconds(199));
    assertThat(pace.exceeded()).isEmpty();
  }

  @Test
  void withoutALimitNothingWaits() {
    Pace pace = new Pace(OptionalInt.empty(), time.ticks());
    pace.rows(1_000_000);
    assertThat(time.passed()).isZero();
    assertThat(pace.exceeded()).isEmpty();
  }

  @Test
  void theRateIsThatOfTheLastSeconds() {
    Pace pace = new Pace(OptionalInt.empty(), time.ticks());
    for (int second = 0; second < 30; second++) {
      pace.rows(1_000);
      time.pass(Duration.ofSeconds(1));
    }
    assertThat(pace.rowsPerSecond()).isCloseTo(1_000, within(120.0));
    time.pass(Duration.ofSeconds(20));
    assertThat(pace.rowsPerSecond()).isZero();
  }
}
