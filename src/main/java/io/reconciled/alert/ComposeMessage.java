package io.reconciled.alert;

import io.reconciled.discrepancy.Incident;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Makes the message about an incident. Pure. */
public final class ComposeMessage {
  private static final int EXAMPLES = 5;
  private static final int LONGEST_KEY = 80;
  private final Optional<URI> reportAt;

  /**
   * @param reportAt where people open the report; empty where that is not configured
   */
  public ComposeMessage(Optional<URI> reportAt) {
    this.reportAt = reportAt;
  }

  public Message of(Incident incident, boolean repetition) {
    return new Message(
        incident.id(),
        incident.entity().value(),
        incident.rule().value(),
        incident.finding().toString(),
        incident.discrepancies(),
        examples(incident),
        incident.began(),
        incident.over(),
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
