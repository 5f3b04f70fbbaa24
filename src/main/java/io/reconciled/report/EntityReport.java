package io.reconciled.report;

import java.util.List;
import java.util.Optional;

/**
 * One entity at the moment of the report.
 *
 * @param graceSeconds how long its stores may disagree after a change
 * @param keys distinct keys that the last finished sweep saw; 0 before the first
 * @param lastSweep the last that came to its end
 * @param waitingKeys keys that changed or are suspected and wait for a look, or are in hand
 * @param propagation how long changes took to reach all stores, from a key's move to the look that
 *     found its stores agreeing; empty where nothing was measured
 */
public record EntityReport(
    String entity,
    double graceSeconds,
    long keys,
    Optional<SweepReport> lastSweep,
    long waitingKeys,
    Optional<Times> propagation,
    List<DatasetProblem> problems,
    List<RuleReport> rules) {
  public EntityReport {
    problems = List.copyOf(problems);
    rules = List.copyOf(rules);
  }
}
