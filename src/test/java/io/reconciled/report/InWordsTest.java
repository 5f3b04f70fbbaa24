package io.reconciled.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InWordsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 ms",
    "0.8504, 850 ms",
    "1.24, 1.2 s",
    "59.9, 59.9 s",
    "200, 3 min 20 s",
    "3600, 1 h",
    "7500, 2 h 5 min",
    "273600, 3 d 4 h"
  })
  void aDurationIsSaidInItsTwoLargestUnits(double seconds, String words) {
    assertThat(InWords.seconds(seconds)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"1, key, 1 key", "0, key, 0 keys", "2, discrepancy, 2 discrepancies"})
  void aCountTakesItsPlural(long count, String noun, String words) {
    assertThat(InWords.count(count, noun)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"0, just now", "1, just now", "30, 30 s ago", "90, 1 min 30 s ago"})
  void timePassedIsCountedFromNow(long seconds, String words) {
    Instant now = Instant.parse("2026-01-31T12:00:00Z");
    assertThat(InWords.ago(now.minusSeconds(seconds), now)).isEqualTo(words);
  }
}
