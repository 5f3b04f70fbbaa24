package io.reconciled.demo.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {

  private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
  private static final int MANY = 100;

  private final Outbox outbox = new Outbox();

  @Test
  void givesWhatIsDueInOrderAndNothingElse() {
    outbox.add(row(1, "first"), START.plusSeconds(3));
    outbox.add(row(2, "second"), START.plusSeconds(1));
    outbox.add(row(3, "third"), START.plusSeconds(4));
    assertThat(numbers(START.plusSeconds(3))).containsExactly("second", "first");
  }

  @Test
  void aLaterChangeOfAKeyNeverOvertakesTheFormer() {
    outbox.add(row(1, "first"), START.plusSeconds(5));
    outbox.add(row(1, "second"), START.plusSeconds(1));
    assertThat(numbers(START.plusSeconds(1))).isEmpty();
    assertThat(numbers(START.plusSeconds(5))).containsExactly("first", "second");
  }

  @Test
  void whatIsDueStaysUntilItIsDone() {
    outbox.add(row(1, "kept"), START);
    List<Carry> due = outbox.due(START, MANY);
    assertThat(outbox.due(START, MANY)).isEqualTo(due);
    outbox.done(due);
    assertThat(outbox.due(START, MANY)).isEmpty();
    assertThat(outbox.isEmpty()).isTrue();
  }

  @Test
  void holdsAKeyUntilItsLastChangeIsDone() {
    outbox.add(row(1, "first"), START);
    outbox.add(row(1, "second"), START.plusSeconds(1));
    outbox.done(outbox.due(START, MANY));
    assertThat(outbox.holds(1)).isTrue();
    outbox.done(outbox.due(START.plusSeconds(1), MANY));
    assertThat(outbox.holds(1)).isFalse();
  }

  @Test
  void givesNoMoreAtOnceThanIsAskedFor() {
    outbox.add(row(1, "first"), START);
    outbox.add(row(2, "second"), START);
    assertThat(outbox.due(START, 1)).hasSize(1);
  }

  private List<String> numbers(Instant now) {
    return outbox.due(now, MANY).stream()
        .flatMap(carry -> carry.row().subscriber().stream())
        .map(Subscriber::msisdn)
        .toList();
  }

  private static Row row(long key, String number) {
    return Row.of(new Subscriber(key, number, Status.ACTIVE));
  }
}
