package io.reconciled.demo.score;

import io.reconciled.demo.services.Loss;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How long it took from the write in crm to the confirmed discrepancy, shortest first. */
public record Latencies(List<Duration> sorted) {

  public Latencies {
    sorted = List.copyOf(sorted);
  }

  static Latencies of(Map<Loss, Reported> found) {
    return new Latencies(
        found.entrySet().stream()
            .filter(entry -> entry.getKey().cause() == Loss.Cause.LOST)
            .flatMap(entry ->
                entry.getValue().confirmed().stream()
                    .map(confirmed -> Duration.between(entry.getKey().written(), confirmed)))
            .sorted()
            .toList());
  }

  /**
   * Median and maximum in a sentence, and how they stand to what was promised.
   *
   * @param limit the longest that it should take
   */
  public String against(Duration limit) {
    if (sorted.isEmpty()) {
      return "Nothing that was lost during the run has been confirmed.";
    }
    Duration longest = Objects.requireNonNull(sorted.getLast());
    return "From the write in crm to the confirmed discrepancy: median %s, maximum %s; %s %s."
        .formatted(
            seconds(sorted.get(sorted.size() / 2)),
            seconds(longest),
            longest.compareTo(limit) <= 0 ? "within" : "NOT within",
            "grace + 3 s = " + seconds(limit));
  }

  private static String seconds(Duration duration) {
    return "%.1f s".formatted(duration.toMillis() / 1000.0);
  }
}
