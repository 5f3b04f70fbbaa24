package io.reconciled.report.rest;

import io.reconciled.model.DatasetName;
import io.reconciled.rules.About;
import io.reconciled.rules.DescribeCheck;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Rule;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A rule as it is configured.
 *
 * @param check the word of its kind: {@code present}, {@code equal}, {@code unique}, ...
 * @param attributes that it is about; empty for rules about rows
 * @param against the dataset that decides
 * @param shadow whether it is only evaluated and counted
 */
public record RuleEntry(
    String entity,
    String rule,
    String check,
    List<String> datasets,
    List<String> attributes,
    Optional<String> against,
    String severity,
    Optional<String> owner,
    List<String> labels,
    Optional<String> why,
    Optional<URI> runbook,
    boolean shadow) {

  static RuleEntry of(Entity entity, Rule rule) {
    About about = rule.about();
    return new RuleEntry(
        entity.name().value(),
        rule.name().value(),
        DescribeCheck.word(rule.check()),
        rule.datasets().stream().map(DatasetName::value).toList(),
        DescribeCheck.attributes(rule.check()),
        DescribeCheck.against(rule.check()).map(DatasetName::value),
        about.severity().word(),
        about.owner(),
        about.labels(),
        about.why(),
        about.runbook(),
        rule.shadow());
  }
}
