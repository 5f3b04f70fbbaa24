package io.reconciled.report.page;

import java.util.List;

/**
 * What the first page shows, worded.
 *
 * @param outcome the verdict in one word; also names its colour
 */
public record FrontView(
    String outcome,
    String summary,
    String at,
    List<RuleLine> rules,
    List<String> gaps,
    List<OpenLine> open,
    long openInAll,
    List<StoreLine> stores,
    List<SweepLine> sweeps) {

  /**
   * @param late how long it took what converged late
   */
  public record RuleLine(
      String entity,
      String rule,
      String datasets,
      String status,
      String reasons,
      String confirmed,
      String suspected,
      String resolved,
      String late) {}

  /** An open discrepancy. */
  public record OpenLine(
      long id, String entity, String key, String rule, String finding, String since, String at) {}

  /**
   * @param state {@code up}, {@code down} or {@code waiting}; also names its colour
   */
  public record StoreLine(
      String store, String kind, String state, String words, String position, String held) {}

  /** A sweep. */
  public record SweepLine(
      long id,
      String entity,
      String state,
      String started,
      String took,
      String keys,
      String suspects) {}
}
