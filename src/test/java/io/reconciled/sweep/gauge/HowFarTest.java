package io.reconciled.sweep.gauge;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.sweep.gauge.HowFar.Part;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class HowFarTest {
  private static HowFar after(Duration elapsed, Part... parts) {
    return HowFar.of(List.of(parts), elapsed, List.of());
  }

  @Test
  void aQuarterInTenSecondsLeavesThirty() {
    HowFar howFar =
        after(Duration.ofSeconds(10), new Part("crm", 240, 1_000), new Part("billing", 260, 1_000));
    assertThat(howFar.percent()).hasValue(25);
    assertThat(howFar.rowsPerSecond()).isEqualTo(50);
    assertThat(howFar.remaining()).contains(Duration.ofSeconds(30));
    assertThat(howFar.rowsPerSecond(howFar.parts().getFirst())).isEqualTo(24);
    assertThat(howFar.parts().getFirst().percent()).hasValue(24);
  }

  @Test
  void aStoreThatGuessesNothingIsSpokenForByTheOthers() {
    HowFar howFar =
        after(Duration.ofSeconds(10), new Part("crm", 500, 1_000), new Part("profiles", 480, -1));
    assertThat(howFar.percent()).hasValue(50);
    assertThat(howFar.remaining()).contains(Duration.ofSeconds(10));
    assertThat(howFar.rows()).isEqualTo(980);
    assertThat(howFar.parts().getLast().percent()).isEmpty();
  }

  @Test
  void withoutAnyGuessThereIsNoPercentageAndNoEnd() {
    HowFar howFar = after(Duration.ofSeconds(10), new Part("crm", 500, -1));
    assertThat(howFar.percent()).isEqualTo(OptionalInt.empty());
    assertThat(howFar.remaining()).isEmpty();
    assertThat(howFar.rowsPerSecond()).isEqualTo(50);
  }

  @Test
  void moreRowsThanWereGuessedAreNotTheEnd() {
    HowFar howFar = after(Duration.ofSeconds(10), new Part("crm", 2_000, 1_000));
    assertThat(howFar.percent()).hasValue(99);
    assertThat(howFar.remaining()).isEmpty();
  }

  @Test
  void theBeginningClaimsNothing() {
    HowFar howFar = after(Duration.ZERO, new Part("crm", 0, 1_000));
    assertThat(howFar.percent()).hasValue(0);
    assertThat(howFar.rowsPerSecond()).isZero();
    assertThat(howFar.remaining()).isEmpty();
    assertThat(after(Duration.ZERO, new Part("crm", 0, 0)).percent()).isEmpty();
  }

  @Test
  void nobodyKnowsTheEndOfAWait() {
    HowFar howFar =
        HowFar.of(
            List.of(new Part("crm", 500, 1_000)), Duration.ofSeconds(10), List.of("crm: busy"));
    assertThat(howFar.remaining()).isEmpty();
    assertThat(howFar.percent()).hasValue(50);
  }
}
