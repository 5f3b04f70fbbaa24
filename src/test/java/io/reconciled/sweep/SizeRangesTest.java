package io.reconciled.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.sweep.partition.PartitionSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SizeRangesTest {
  private final SizeRanges size =
      new SizeRanges(
          new SweepSettings(
              1_000,
              Duration.ofMillis(500),
              1,
              Duration.ZERO,
              1_000_000,
              PartitionSettings.DEFAULT));

  @Test
  void aRangeThatTookLongerThanItShouldMakesTheNextSmaller() {
    size.took(Duration.ofSeconds(1));

    assertThat(size.rows()).isEqualTo(500);
  }

  @Test
  void noRangeIsMoreThanFourTimesTheLast() {
    size.took(Duration.ofMillis(1));
    assertThat(size.rows()).isEqualTo(4_000);

    size.took(Duration.ofMinutes(5));
    assertThat(size.rows()).isEqualTo(1_000);
  }

  @Test
  void aTimeThatCannotBeMeasuredIsShort() {
    size.took(Duration.ZERO);

    assertThat(size.rows()).isEqualTo(4_000);
  }

  @Test
  void growthEndsAtAnAbsurdNumberAndNeverOverflows() {
    for (int i = 0; i < 40; i++) {
      size.took(Duration.ZERO);
    }
    assertThat(size.rows()).isEqualTo(4_000_000);
  }

  private void narrowAsFarAsItGoes() {
    while (size.narrow()) {
      assertThat(size.rows()).isPositive();
    }
  }

  @Test
  void aRowThatCannotBeReadIsNarrowedDownToUntilItHasOneNeighbour() {
    assertThat(size.narrow()).isTrue();
    assertThat(size.rows()).isEqualTo(62);

    narrowAsFarAsItGoes();
    assertThat(size.rows()).isEqualTo(2);
  }

  @Test
  void behindThatRowRangesAreSoonAsLargeAsTheyWere() {
    narrowAsFarAsItGoes();
    for (int i = 0; i < 3; i++) {
      size.took(Duration.ofMillis(1));
    }

    assertThat(size.rows()).isEqualTo(1_000);
  }

  @Test
  void rowsOfOneKeyThatDoNotFitIntoANarrowRangeAreNotNarrowedAnyMore() {
    narrowAsFarAsItGoes();
    size.grow();

    assertThat(size.rows()).isEqualTo(8);
    assertThat(size.narrow()).isFalse();
  }
}
