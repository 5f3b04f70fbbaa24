package io.reconciled.demo.score;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A discrepancy as the daemon reports it.
 *
 * @param kind {@code MISSING}, {@code EXTRA} or {@code DIFFERS}
 * @param in the datasets at fault
 * @param text the finding in words
 * @param confirmed when the daemon was sure; empty where it never was
 */
public record Reported(
    long id,
    String status,
    String rule,
    String key,
    String kind,
    Set<String> in,
    String text,
    Optional<Instant> confirmed) {

  public Reported {
    in = Set.copyOf(in);
  }

  boolean isOver() {
    return status.equalsIgnoreCase("RESOLVED");
  }
}
