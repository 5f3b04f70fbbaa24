package io.reconciled.demo.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.demo.services.Difference;
import io.reconciled.demo.services.Loss;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScoreTest {

  private static final Instant WRITTEN = Instant.parse("2030-01-01T00:00:00Z");
  private static final Loss LOST =
      new Loss(Difference.STATUS_DIFFERS, 7, "billing", Loss.Cause.LOST, WRITTEN);
  private static final Reported RIGHT = reported(1, "CONFIRMED", "equal status", "billing");

  private final Truth truth = new Truth();
  private final Score score = new Score(truth);

  @Test
  void whatWasLostAndReportedIsFoundOnce() {
    truth.expect(LOST);
    assertThat(score.take(List.of(RIGHT))).containsExactly(new Judged.Found(RIGHT, LOST));
    assertThat(score.take(List.of(RIGHT))).isEmpty();
    assertThat(score.perfect()).isTrue();
    assertThat(score).asString().startsWith("lost on purpose 1, found 1, false 0");
  }

  @Test
  void whatWasLostAndNotReportedIsMissed() {
    truth.expect(LOST);
    assertThat(score.take(List.of())).isEmpty();
    assertThat(score.missed()).containsExactly(LOST);
    assertThat(score.perfect()).isFalse();
  }

  @Test
  void whatWasNotLostIsFalse() {
    assertFalseAlarm(RIGHT);
  }

  @Test
  void theRightKeyUnderAnotherRuleIsFalse() {
    truth.expect(LOST);
    assertFalseAlarm(reported(1, "CONFIRMED", "equal msisdn", "billing"));
  }

  @Test
  void theRightKeyInAnotherStoreIsFalse() {
    truth.expect(LOST);
    assertFalseAlarm(reported(1, "CONFIRMED", "equal status", "profiles"));
  }

  @Test
  void theSameLossReportedTwiceIsFalse() {
    truth.expect(LOST);
    score.take(List.of(RIGHT));
    assertFalseAlarm(reported(2, "CONFIRMED", "equal status", "billing"));
  }

  @Test
  void whatIsSaidToBeOverIsFalseForNobodyMendsIt() {
    truth.expect(LOST);
    score.take(List.of(RIGHT));
    assertFalseAlarm(reported(1, "RESOLVED", "equal status", "billing"));
  }

  @Test
  void latencyIsMeasuredFromTheWriteAndForLossesOnly() {
    truth.expect(LOST);
    Loss seeded = new Loss(Difference.MISSING, 8, "billing", Loss.Cause.SEEDED, WRITTEN);
    truth.expect(seeded);
    Reported seedling =
        new Reported(
            2,
            "CONFIRMED",
            "present",
            "8",
            "MISSING",
            Set.of("billing"),
            "",
            Optional.of(WRITTEN.plusSeconds(60)));
    score.take(List.of(RIGHT, seedling));
    assertThat(score.latencies().sorted()).containsExactly(Duration.ofSeconds(6));
    assertThat(score.latencies().against(Duration.ofSeconds(6))).contains("; within");
    assertThat(score.latencies().against(Duration.ofSeconds(5))).contains("; NOT within");
  }

  private void assertFalseAlarm(Reported wrong) {
    assertThat(score.take(List.of(wrong))).singleElement().isInstanceOf(Judged.False.class);
    assertThat(score.perfect()).isFalse();
    assertThat(score).asString().contains("false 1");
  }

  private static Reported reported(long id, String status, String rule, String store) {
    return new Reported(
        id,
        status,
        rule,
        "7",
        "DIFFERS",
        Set.of(store),
        "status differs in " + store + " from crm",
        Optional.of(WRITTEN.plusSeconds(6)));
  }
}
