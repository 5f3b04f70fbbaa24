package io.reconciled.report.page;

import io.reconciled.compare.FindingInWords;
import io.reconciled.discrepancy.Discrepancy;
import io.reconciled.model.EntityRule;
import io.reconciled.report.EntityReport;
import io.reconciled.report.Gap;
import io.reconciled.report.InWords;
import io.reconciled.report.RefusedFiles;
import io.reconciled.report.RefusedFiles.FileProblem;
import io.reconciled.report.Report;
import io.reconciled.report.RuleReport;
import io.reconciled.report.RulesState;
import io.reconciled.report.SweepProgressReport;
import io.reconciled.report.SweepReport;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Rule;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words the first page. Pure. */
final class ComposeFrontView {
  private ComposeFrontView() {}

  /**
   * @param configuration whose rules the open discrepancies break
   */
  static FrontView of(
      Report report,
      Configuration configuration,
      List<Discrepancy> open,
      List<SweepReport> sweeps) {
    Instant now = report.generatedAt();
    return new FrontView(
        report.verdict().word(),
        report.summary(),
        seconds(now),
        report.rules().refused().map(files -> refused(report.rules(), files)),
        report.entities().stream()
            .flatMap(entity -> entity.rules().stream().map(rule -> rule(entity, rule)))
            .toList(),
        gaps(report),
        open.stream().map(discrepancy -> open(discrepancy, configuration, now)).toList(),
        report.decidingRules().mapToLong(RuleReport::confirmed).sum(),
        report.stores().stream().map(store -> StoreWords.line(store, now)).toList(),
        sweeps.stream().map(sweep -> sweep(sweep, now)).toList());
  }

  static String seconds(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static FrontView.RefusedView refused(RulesState rules, RefusedFiles files) {
    return new FrontView.RefusedView(
        InWords.refused(rules, files),
        files.problems().stream().map(FileProblem::toString).toList());
  }

  private static FrontView.RuleLine rule(EntityReport entity, RuleReport rule) {
    String reasons =
        rule.gaps().stream()
            .map(Gap::reason)
            .distinct()
            .map(Gap.Reason::spoken)
            .collect(Collectors.joining(", "));
    return new FrontView.RuleLine(
        entity.entity(),
        rule.rule(),
        String.join(", ", rule.datasets()),
        rule.about().inWords(),
        rule.about().why().orElse(""),
        rule.about().runbook().map(URI::toString).orElse(""),
        rule.shadow(),
        rule.status().word(),
        reasons,
        InWords.number(rule.confirmed()),
        InWords.number(rule.suspected()),
        InWords.number(rule.resolved()),
        rule.convergedLate().map(InWords::times).orElse("none"));
  }

  /** What several rules cannot verify for the same reason is said once. */
  private static List<String> gaps(Report report) {
    return report.entities().stream()
        .flatMap(entity ->
            entity.rules().stream()
                .flatMap(rule -> rule.gaps().stream())
                .distinct()
                .map(gap -> entity.entity() + ", " + InWords.gap(gap, report.generatedAt())))
        .toList();
  }

  private static FrontView.OpenLine open(
      Discrepancy discrepancy, Configuration configuration, Instant now) {
    Optional<Rule> rule =
        configuration.rule(new EntityRule(discrepancy.entity(), discrepancy.rule()));
    return new FrontView.OpenLine(
        discrepancy.id(),
        discrepancy.entity().value(),
        discrepancy.key(),
        discrepancy.rule().value(),
        rule.map(Rule::shadow).orElse(false),
        FindingInWords.of(discrepancy.finding(), rule.map(Rule::check)),
        InWords.ago(discrepancy.since(), now),
        seconds(discrepancy.since()));
  }

  private static FrontView.SweepLine sweep(SweepReport sweep, Instant now) {
    return new FrontView.SweepLine(
        sweep.id(),
        sweep.entity(),
        sweep.state().replace('_', ' '),
        sweep.progress().flatMap(SweepProgressReport::percent).map(Object::toString).orElse(""),
        sweep.progress().map(InWords::progress).orElse(""),
        InWords.ago(sweep.started(), now),
        sweep.seconds().map(InWords::seconds).orElse(""),
        InWords.number(sweep.keys()),
        InWords.number(sweep.suspects()));
  }
}
