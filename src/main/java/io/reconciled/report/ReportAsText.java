package io.reconciled.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The report as text for a terminal, at most a few lines per rule. */
public final class ReportAsText {
  private static final String NAME = "  %-28s ";

  private ReportAsText() {}

  /** Lines end in {@code \n}, the last one too. */
  public static String of(Report report) {
    StringBuilder text = new StringBuilder();
    text.append(report.verdict().word()).append(": ").append(report.summary()).append('\n');
    report.rules().refused().ifPresent(files -> refused(report.rules(), files, text));
    for (EntityReport entity : report.entities()) {
      entity(entity, report.generatedAt(), text.append('\n'));
    }
    text.append("\nstores\n");
    report.stores().forEach(store -> store(store, report.generatedAt(), text));
    return text.toString();
  }

  private static void refused(RulesState rules, RefusedFiles files, StringBuilder text) {
    text.append('\n').append(InWords.refused(rules, files)).append('\n');
    files.problems().forEach(problem -> text.append("  ").append(problem).append('\n'));
  }

  private static void entity(EntityReport entity, Instant now, StringBuilder text) {
    text.append(entity.entity()).append(": ").append(sweep(entity, now));
    text.append(", ").append(InWords.count(entity.waitingKeys(), "key")).append(" waiting\n");
    entity.rules().forEach(rule -> rule(rule, now, text));
    entity
        .propagation()
        .ifPresent(times ->
            text.append("  changes reached all stores: ")
                .append(InWords.times(times))
                .append('\n'));
    entity.problems().forEach(problem -> problem(problem, text));
  }

  private static String sweep(EntityReport entity, Instant now) {
    Optional<SweepReport> last = entity.lastSweep();
    if (last.isEmpty()) {
      return "never swept";
    }
    return InWords.count(entity.keys(), "key")
        + " at the last sweep ("
        + last.get().state()
        + ", "
        + last.get().finished().map(end -> InWords.ago(end, now)).orElse("not finished")
        + last.get().seconds().map(took -> ", took " + InWords.seconds(took)).orElse("")
        + ")";
  }

  private static void rule(RuleReport rule, Instant now, StringBuilder text) {
    text.append(NAME.formatted(rule.rule()))
        .append(rule.status().word())
        .append(rule.shadow() ? " (shadow)" : "");
    if (rule.confirmed() + rule.suspected() + rule.resolved() > 0) {
      text.append(": ")
          .append(InWords.number(rule.confirmed()))
          .append(" confirmed, ")
          .append(InWords.number(rule.suspected()))
          .append(" suspected, ")
          .append(InWords.number(rule.resolved()))
          .append(" resolved");
    }
    rule.convergedLate()
        .ifPresent(late -> text.append("; converged late: ").append(InWords.times(late)));
    text.append('\n');
    rule.gaps()
        .forEach(
            gap -> text.append("    not verified: ").append(InWords.gap(gap, now)).append('\n'));
  }

  private static void problem(DatasetProblem problem, StringBuilder text) {
    text.append("  ")
        .append(problem.dataset().map(dataset -> dataset + ": ").orElse(""))
        .append(problem.what())
        .append(": ")
        .append(InWords.number(problem.count()))
        .append('\n');
  }

  private static void store(StoreState store, Instant now, StringBuilder text) {
    String state =
        store
            .failure()
            .map(failure ->
                failure.reason().spoken()
                    + " for "
                    + InWords.lasting(failure.since(), now)
                    + ": "
                    + failure.detail())
            .orElse("answers, capture " + store.capture().mode().word());
    String name = store.store() + " (" + store.kind() + ")";
    List.of(NAME.formatted(name), state, "\n").forEach(text::append);
  }
}
