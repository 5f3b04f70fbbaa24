package io.reconciled.store.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenewedSignsTest {
  private static final Instant FIRST = Instant.parse("2026-01-31T12:00:00Z");
  private final RenewedSigns renewed = new RenewedSigns();

  private static FollowerSign sign(long connection, int seconds) {
    return new FollowerSign(
        connection, "10.0.0.7:53412", "reconciled host-a:17", FIRST.plusSeconds(seconds));
  }

  private List<FollowerSign> see(FollowerSign... now) {
    return renewed.among(List.of(now));
  }

  @Test
  void oneThatStaysTheSameForAMinuteWasLeftBehind() {
    assertThat(see(sign(1, 0))).containsExactly(sign(1, 0));
    assertThat(see(sign(1, 59))).containsExactly(sign(1, 59));
    assertThat(see(sign(1, 60))).isEmpty();
    assertThat(see(sign(1, 300))).isEmpty();
  }

  @Test
  void oneThatIsReplacedCountsForAsLongAsThatGoesOn() {
    for (int renewals = 0; renewals < 20; renewals++) {
      assertThat(see(sign(renewals, 10 * renewals))).hasSize(1);
    }
  }

  @Test
  void oneThatComesBackCountsAgain() {
    see(sign(1, 0));
    assertThat(see(sign(1, 60))).isEmpty();
    assertThat(see()).isEmpty();
    assertThat(see(sign(1, 70))).containsExactly(sign(1, 70));
  }
}
