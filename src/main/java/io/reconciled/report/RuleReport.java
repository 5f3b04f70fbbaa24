package io.reconciled.report;

import java.util.List;
import java.util.Optional;

/**
 * One rule at the moment of the report.
 *
 * @param resolved how many were confirmed once and hold again
 * @param convergedLate what was suspected and healed by itself, and how long that took from the
 *     first look on; empty where nothing has
 * @param shadow whether it is only evaluated and counted: it is no part of the verdict
 * @param about what it says of itself
 * @param gaps what of it could not be verified; empty where all of it was
 */
public record RuleReport(
    String rule,
    List<String> datasets,
    boolean shadow,
    AboutRule about,
    RuleStatus status,
    long confirmed,
    long suspected,
    long resolved,
    Optional<Times> convergedLate,
    List<Gap> gaps) {
  public RuleReport {
    datasets = List.copyOf(datasets);
    gaps = List.copyOf(gaps);
  }
}
