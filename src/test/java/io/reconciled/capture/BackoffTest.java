package io.reconciled.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class BackoffTest {
  private static final CaptureSettings SETTINGS =
      new CaptureSettings(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(10));

  @Test
  void pausesDoubleUpToTheLongest() {
    Backoff backoff = new Backoff(SETTINGS, always(0));

    assertThat(next(backoff, 7)).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
  }

  @Test
  void chanceTakesAtMostHalfOfAPause() {
    Backoff backoff = new Backoff(SETTINGS, always(-1L));

    assertThat(backoff.next()).isBetween(Duration.ofMillis(500), Duration.ofMillis(501));
  }

  @Test
  void successBeginsWithTheFirstPauseAgain() {
    Backoff backoff = new Backoff(SETTINGS, always(0));
    next(backoff, 4);

    backoff.reset();

    assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(1));
  }

  private static Long[] next(Backoff backoff, int pauses) {
    Long[] seconds = new Long[pauses];
    for (int i = 0; i < pauses; i++) {
      seconds[i] = backoff.next().toSeconds();
    }
    return seconds;
  }

  private static RandomGenerator always(long bits) {
    return () -> bits;
  }
}
