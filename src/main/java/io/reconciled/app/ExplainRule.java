package io.reconciled.app;

import io.reconciled.compare.DecideAuthority;
import io.reconciled.compare.Verdict;
import io.reconciled.model.Answer;
import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.Lookup;
import io.reconciled.model.Readings;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import io.reconciled.rules.Authority;
import io.reconciled.rules.Check;
import io.reconciled.rules.Rule;
import io.reconciled.rules.normalise.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** What one rule says of one key, and what led to it: normalisations, precisions, authority. */
final class ExplainRule {
  private final Rule rule;
  private final Readings canonical;

  ExplainRule(Rule rule, Readings canonical) {
    this.rule = rule;
    this.canonical = canonical;
  }

  List<String> lines(Verdict verdict) {
    List<String> lines = new ArrayList<>();
    String shadow = rule.shadow() ? " (shadow)" : "";
    lines.add(rule.name() + shadow + ": " + inWords(verdict));
    switch (rule.check()) {
      case Check.Equal equal -> lines.addAll(equal(equal, verdict));
      case Check.Matches matches -> lines.add("  " + matches.condition().source());
      case Check.Unique unique -> lines.addAll(others());
      default -> {}
    }
    rule.about().why().ifPresent(why -> lines.add("  why: " + why));
    return lines;
  }

  static String inWords(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Consistent holds -> "consistent";
      case Verdict.Inconsistent broken -> "disagrees now: " + broken.finding();
      case Verdict.Unverified unverified ->
          "unverified (%s): %s"
              .formatted(unverified.reason().name().toLowerCase(Locale.ROOT), unverified.detail());
    };
  }

  private List<String> equal(Check.Equal equal, Verdict verdict) {
    List<String> lines = new ArrayList<>();
    for (String attribute : equal.attributes()) {
      for (DatasetName dataset : equal.datasets()) {
        for (Pipeline.Change change : equal.normalise().trace(value(dataset, attribute))) {
          lines.add(
              "  %s of %s: %s makes %s of %s"
                  .formatted(
                      attribute,
                      dataset,
                      change.name(),
                      shown(change.after()),
                      shown(change.before())));
        }
      }
      coarsest(equal, attribute)
          .ifPresent(digits ->
              lines.add(
                  "  %s is compared to %d digits of a second, which is what every side can hold"
                      .formatted(attribute, digits)));
    }
    boolean asked = !(equal.authority() instanceof Authority.Nobody);
    if (asked && verdict instanceof Verdict.Inconsistent) {
      lines.add(
          DecideAuthority.of(equal.authority(), equal.datasets(), canonical)
              .map(dataset -> "  " + dataset + " is right, by its authority")
              .orElse("  which side is right cannot be told from these images"));
    }
    return lines;
  }

  /** Where times of unlike precision meet. */
  private Optional<Integer> coarsest(Check.Equal equal, String attribute) {
    List<Integer> digits =
        equal.datasets().stream()
            .flatMap(dataset -> value(dataset, attribute).stream())
            .flatMap(value -> digits(value).stream())
            .distinct()
            .sorted()
            .toList();
    return digits.size() < 2 ? Optional.empty() : Optional.of(digits.getFirst());
  }

  private static Optional<Integer> digits(Value value) {
    return switch (value) {
      case Value.Moment moment -> Optional.of(moment.digits());
      case Value.LocalMoment local -> Optional.of(local.digits());
      default -> Optional.empty();
    };
  }

  private List<String> others() {
    List<String> lines = new ArrayList<>();
    canonical
        .answers()
        .forEach((lookup, answer) -> {
          if (lookup instanceof Lookup.Holders asked
              && answer instanceof Answer.Found(SortedSet<SharedKey> keys)
              && !keys.isEmpty()) {
            lines.add(
                "  %s of %s is held by %s too"
                    .formatted(
                        asked.attribute(),
                        asked.dataset(),
                        keys.stream().map(SharedKey::toString).collect(Collectors.joining(", "))));
          }
        });
    return lines.stream().sorted().toList();
  }

  private Optional<Value> value(DatasetName dataset, String attribute) {
    return canonical.of(dataset) instanceof Image.Present(Map<String, Value> attributes)
        ? Optional.ofNullable(attributes.get(attribute))
        : Optional.empty();
  }

  private static String shown(Optional<Value> value) {
    return value.map(ExplainImages::shown).orElse("nothing");
  }
}
