package io.reconciled.report.rest;

import io.reconciled.compare.Verdict;
import io.reconciled.model.Dataset;
import io.reconciled.model.Image;
import io.reconciled.model.Reading;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Unread;
import io.reconciled.report.Gap;
import io.reconciled.report.LookNow.Glance;
import io.reconciled.report.ShowValue;
import io.reconciled.rules.Entity;
import io.reconciled.rules.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One key as it is at this moment in all its stores. What is in flight looks broken here. */
public record KeyLook(
    String entity, String key, Instant at, List<InDataset> images, List<UnderRule> rules) {
  public KeyLook {
    images = List.copyOf(images);
    rules = List.copyOf(rules);
  }

  /**
   * @param state {@code present}, {@code absent}, {@code several rows} or {@code unread}
   * @param attributes as text, masked unless values may be shown
   * @param detail why it is unread
   */
  public record InDataset(
      String dataset,
      String store,
      String state,
      Map<String, String> attributes,
      Optional<String> detail) {

    static InDataset of(Dataset dataset, Reading reading, ShowValue show) {
      Map<String, String> attributes = new TreeMap<>();
      if (reading instanceof Image.Present present) {
        present.attributes().forEach((name, value) -> attributes.put(name, show.text(value)));
      }
      return new InDataset(
          dataset.name().value(),
          dataset.store().value(),
          state(reading),
          attributes,
          reading instanceof Unread unread ? Optional.of(unread.detail()) : Optional.empty());
    }

    private static String state(Reading reading) {
      return switch (reading) {
        case Image.Present present -> "present";
        case Image.Absent absent -> "absent";
        case Image.Several several -> several.rows().size() + " rows";
        case Image.Duplicate several -> "several rows";
        case Unread unread -> "unread";
      };
    }
  }

  /**
   * @param verdict {@code consistent}, {@code inconsistent} or {@code unverified}
   * @param finding where it is inconsistent
   * @param reason where it is unverified
   */
  public record UnderRule(
      String rule,
      String verdict,
      Optional<FindingEntry> finding,
      Optional<Gap.Reason> reason,
      Optional<String> detail) {

    static UnderRule of(Rule rule, Verdict verdict) {
      String name = rule.name().value();
      return switch (verdict) {
        case Verdict.Consistent holds ->
            new UnderRule(name, "consistent", Optional.empty(), Optional.empty(), Optional.empty());
        case Verdict.Inconsistent(var finding) ->
            new UnderRule(
                name,
                "inconsistent",
                Optional.of(FindingEntry.of(finding, Optional.of(rule.check()))),
                Optional.empty(),
                Optional.empty());
        case Verdict.Unverified(var reason, var detail) ->
            new UnderRule(
                name,
                "unverified",
                Optional.empty(),
                Optional.of(Gap.Reason.of(reason)),
                Optional.of(detail));
      };
    }
  }

  static KeyLook of(Entity entity, SharedKey key, Instant at, Glance glance, ShowValue show) {
    return new KeyLook(
        entity.name().value(),
        key.toString(),
        at,
        entity.datasets().stream()
            .map(dataset -> InDataset.of(dataset, glance.readings().of(dataset.name()), show))
            .toList(),
        entity.rules().stream()
            .flatMap(rule ->
                Optional.ofNullable(glance.verdicts().get(rule.name())).stream()
                    .map(verdict -> UnderRule.of(rule, verdict)))
            .toList());
  }
}
