package io.reconciled.demo.score;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The life of one discrepancy as the daemon tells it, oldest first.
 *
 * @param seen what became of it, and when
 */
public record History(long id, String rule, String key, List<Seen> seen) {

  public History {
    seen = List.copyOf(seen);
  }

  /** One line of it; a status as over REST, in capitals. */
  public record Seen(Instant at, String status) {}

  /**
   * What should not be in it. Nobody mends anything, so it is confirmed once and goes no further.
   */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    long confirmed = seen.stream().filter(line -> line.status().equals("CONFIRMED")).count();
    if (confirmed != 1) {
      problems.add("confirmed %d times".formatted(confirmed));
    }
    for (int i = 1; i < seen.size(); i++) {
      if (seen.get(i).at().isBefore(seen.get(i - 1).at())) {
        problems.add("%s stands behind what came later".formatted(seen.get(i)));
      }
    }
    if (seen.stream().distinct().count() < seen.size()) {
      problems.add("the same twice");
    }
    return problems.stream()
        .map(problem -> "discrepancy %d, %s of %s: %s: %s".formatted(id, rule, key, problem, seen))
        .toList();
  }
}
