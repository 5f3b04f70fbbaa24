package io.reconciled.report.page;

import java.util.List;
import java.util.Optional;

/**
 * What the first page shows, worded.
 *
 * @param outcome the verdict in one word; also names its colour
 */
public record FrontView(
    String outcome,
    String summary,
    String at,
    Optional<RefusedView> refused,
    List<RuleLine> rules,
    List<String> gaps,
    List<OpenLine> open,
    long openInAll,
    List<StoreLine> stores,
    List<SweepLine> sweeps) {

  /** Files that are not in force, and what is wrong with them. */
  public record RefusedView(String words, List<String> problems) {}

  /**
   * @param about severity, owner and labels
   * @param why empty text where the rule does not say
   * @param runbook a link; empty text where there is none
   * @param late how long it took what converged late
   */
  public record RuleLine(
      String entity,
      String rule,
      String datasets,
      String about,
      String why,
      String runbook,
      boolean shadow,
      String status,
      String reasons,
      String confirmed,
      String suspected,
      String resolved,
      String late) {}

  /**
   * An open discrepancy.
   *
   * @param shadow whether its rule is only evaluated and counted
   */
  public record OpenLine(
      long id,
      String entity,
      String key,
      String rule,
      boolean shadow,
      String finding,
      String since,
      String at) {}

  /**
   * @param state {@code up}, {@code down} or {@code waiting}; also names its colour
   * @param log how much of it waits for the daemon; empty text where that is not known
   */
  public record StoreLine(
      String store,
      String kind,
      String state,
      String words,
      String position,
      String log,
      String held) {}

  /**
   * A sweep.
   *
   * @param percent while it runs; empty text where nobody knows
   * @param progress in words, while it runs
   */
  public record SweepLine(
      long id,
      String entity,
      String state,
      String percent,
      String progress,
      String started,
      String took,
      String keys,
      String suspects) {}
}
