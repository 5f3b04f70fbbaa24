package io.reconciled.alert;

import io.reconciled.compare.FindingInWords;
import io.reconciled.discrepancy.Incident;
import io.reconciled.model.EntityRule;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Rule;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Makes the message about an incident. Pure. */
public final class ComposeMessage {
  private static final int EXAMPLES = 5;
  private static final int LONGEST_KEY = 80;
  private final Configuration configuration;
  private final Optional<URI> reportAt;

  /**
   * @param configuration what the rules say of themselves
   * @param reportAt where people open the report; empty where that is not configured
   */
  public ComposeMessage(Configuration configuration, Optional<URI> reportAt) {
    this.configuration = configuration;
    this.reportAt = reportAt;
  }

  public Message of(Incident incident, boolean repetition) {
    Optional<Rule> rule = configuration.rule(new EntityRule(incident.entity(), incident.rule()));
    return new Message(
        incident.id(),
        incident.entity().value(),
        incident.rule().value(),
        FindingInWords.of(incident.finding(), rule.map(Rule::check)),
        incident.discrepancies(),
        examples(incident),
        incident.began(),
        incident.over(),
        incident.removed() > 0,
        rule.map(Rule::about),
        repetition,
        reportAt);
  }

  private static List<String> examples(Incident incident) {
    return incident.examples().stream().limit(EXAMPLES).map(ComposeMessage::shortened).toList();
  }

  private static String shortened(String key) {
    int length = key.codePointCount(0, key.length());
    return length <= LONGEST_KEY
        ? key
        : key.substring(0, key.offsetByCodePoints(0, LONGEST_KEY)) + "…";
  }
}
