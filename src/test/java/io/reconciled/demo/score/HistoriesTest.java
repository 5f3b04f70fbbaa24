package io.reconciled.demo.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoriesTest {

  private static final Instant T0 = Instant.parse("2030-01-01T00:00:00Z");

  @Test
  void whatIsConfirmedOnceAndInOrderIsSound() {
    assertThat(Histories.problems(List.of(history(1, "SUSPECTED", "CONFIRMED")))).isEmpty();
  }

  @Test
  void whatIsConfirmedTwiceIsNamed() {
    assertThat(Histories.problems(List.of(history(1, "SUSPECTED", "CONFIRMED", "CONFIRMED"))))
        .singleElement()
        .asString()
        .contains("discrepancy 1", "confirmed 2 times");
  }

  @Test
  void whatIsOutOfOrderIsNamed() {
    History wrong =
        new History(
            1,
            "present",
            "7",
            List.of(
                new History.Seen(T0.plusSeconds(1), "SUSPECTED"),
                new History.Seen(T0, "CONFIRMED")));

    assertThat(Histories.problems(List.of(wrong))).singleElement().asString().contains("behind");
  }

  @Test
  void oneKeyTwiceUnderOneRuleIsNamed() {
    assertThat(Histories.problems(List.of(history(1, "CONFIRMED"), history(2, "CONFIRMED"))))
        .singleElement()
        .asString()
        .contains("on record twice, as 1 and 2");
  }

  @Test
  void aMessageThatIsRepeatedMustSaySo() {
    Messages messages = new Messages();
    messages.take(new Told(1, "incident_opened", false));
    messages.take(new Told(1, "incident_opened", true));
    messages.take(new Told(1, "incident_over", false));
    assertThat(messages.twice()).isEmpty();

    messages.take(new Told(1, "incident_over", false));
    assertThat(messages.twice()).containsExactly(new Told(1, "incident_over", false));
  }

  private static History history(long id, String... statuses) {
    List<String> all = Arrays.asList(statuses);
    return new History(
        id,
        "present",
        "7",
        IntStream.range(0, all.size())
            .mapToObj(i -> new History.Seen(T0.plusSeconds(i), all.get(i)))
            .toList());
  }
}
