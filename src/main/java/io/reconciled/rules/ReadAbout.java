package io.reconciled.rules;

import io.reconciled.rules.About.Severity;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what a rule says of itself: severity, owner, labels, why, runbook. */
final class ReadAbout {
  static final List<String> DEFAULT_KEYS = List.of("severity", "owner", "runbook");
  static final List<String> KEYS = List.of("severity", "owner", "runbook", "labels", "why");
  private static final List<String> SEVERITIES =
      Arrays.stream(Severity.values()).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
  private static final int LONGEST = 1_000;

  private ReadAbout() {}

  /**
   * @param otherwise what holds where the section is silent
   */
  static About of(Section section, About otherwise) {
    return new About(
        section.optional("severity").flatMap(ReadAbout::severity).orElse(otherwise.severity()),
        section.optional("owner").flatMap(ReadAbout::line).or(otherwise::owner),
        section
            .optional("labels")
            .map(list -> list.items().stream().flatMap(item -> line(item).stream()).toList())
            .orElse(otherwise.labels()),
        section.optional("why").flatMap(ReadAbout::line).or(otherwise::why),
        section.optional("runbook").flatMap(ReadAbout::link).or(otherwise::runbook));
  }

  private static Optional<Severity> severity(Part part) {
    return ReadName.among(SEVERITIES, "the severity", part)
        .map(text -> Severity.valueOf(text.toUpperCase(Locale.ROOT)));
  }

  private static Optional<String> line(Part part) {
    return part.text(
        text ->
            Optional.of(text.strip())
                .filter(line -> line.length() <= LONGEST)
                .filter(line -> line.chars().noneMatch(Character::isISOControl)),
        "one line of at most " + LONGEST + " characters",
        "write it shorter; a longer story belongs behind the runbook link");
  }

  private static Optional<URI> link(Part part) {
    return part.text(
        text -> {
          try {
            return Optional.of(URI.create(text.strip())).filter(ReadAbout::isWebLink);
          } catch (IllegalArgumentException notALink) {
            return Optional.empty();
          }
        },
        "a web link",
        "write it as https://wiki.example.com/runbook");
  }

  private static boolean isWebLink(URI link) {
    return "https".equals(link.getScheme()) || "http".equals(link.getScheme());
  }
}
