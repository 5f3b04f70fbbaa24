package io.reconciled.report;

import io.reconciled.rules.About;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a rule says of itself.
 *
 * @param severity {@code info}, {@code warning} or {@code critical}
 * @param owner who answers for it
 * @param why what goes wrong where it is broken
 * @param runbook where it is written what to do
 */
public record AboutRule(
    String severity,
    Optional<String> owner,
    List<String> labels,
    Optional<String> why,
    Optional<URI> runbook) {
  public AboutRule {
    labels = List.copyOf(labels);
  }

  public static AboutRule of(About about) {
    return new AboutRule(
        about.severity().word(), about.owner(), about.labels(), about.why(), about.runbook());
  }

  /** In one line, without the reason and the link: {@code critical, owner billing team, money}. */
  public String inWords() {
    StringBuilder words = new StringBuilder(severity);
    owner.ifPresent(name -> words.append(", owner ").append(name));
    labels.forEach(label -> words.append(", ").append(label));
    return words.toString();
  }
}
