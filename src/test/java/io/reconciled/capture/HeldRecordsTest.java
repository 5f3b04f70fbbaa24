package io.reconciled.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HeldRecordsTest {
  private final HeldRecords<String> held = new HeldRecords<>(4);

  @Test
  void theLastRecordOfTheReleasedPrefixIsAcknowledged() {
    held.add(3, "three");
    held.add(5, "five");
    held.add(9, "nine");

    assertThat(held.takeUpTo(8)).contains("five");
    assertThat(held.takeUpTo(8)).isEmpty();
    assertThat(held.takeUpTo(9)).contains("nine");
  }

  @Test
  void nothingIsAcknowledgedWhileTheFirstBatchIsHeld() {
    held.add(3, "three");
    held.add(5, "five");

    assertThat(held.takeUpTo(2)).isEmpty();
    assertThat(held.size()).isEqualTo(2);
  }

  @Test
  void aLongLineIsThinnedAndKeepsItsLast() {
    for (long number = 1; number <= 1_000; number++) {
      held.add(number, "r" + number);
    }

    assertThat(held.size()).isLessThanOrEqualTo(4);
    assertThat(held.takeUpTo(1_000)).contains("r1000");
  }

  @Test
  void aThinnedLineNeverAcknowledgesWhatIsHeld() {
    for (long number = 1; number <= 1_000; number++) {
      held.add(number, Long.toString(number));
    }

    assertThat(held.takeUpTo(999))
        .hasValueSatisfying(record -> assertThat(Long.parseLong(record)).isLessThanOrEqualTo(999));
  }
}
