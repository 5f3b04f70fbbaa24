package io.reconciled.trial;

import io.reconciled.compare.Finding;
import io.reconciled.compare.Verdict;
import io.reconciled.model.Readings;
import io.reconciled.model.RuleName;
import io.reconciled.model.SharedKey;
import io.reconciled.model.UnverifiedReason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** What rules made of the keys of a sample, counted by rule. */
public final class Trial {
  private static final int EXAMPLES = 5;
  private final SequencedMap<RuleName, Counts> byRule = new LinkedHashMap<>();

  /** One key that disagrees, with what was read of it in the entity's words. */
  public record Example(SharedKey key, Finding finding, Readings readings) {}

  /** The keys of one rule. */
  public static final class Counts {
    private int consistent;
    private int disagree;
    private final Map<UnverifiedReason, Integer> unverified = new EnumMap<>(UnverifiedReason.class);
    private final List<Example> examples = new ArrayList<>();

    public int consistent() {
      return consistent;
    }

    public int disagree() {
      return disagree;
    }

    public Map<UnverifiedReason, Integer> unverified() {
      return unverified;
    }

    /** The first few that disagree. */
    public List<Example> examples() {
      return examples;
    }

    private void add(SharedKey key, Verdict verdict, Readings readings) {
      switch (verdict) {
        case Verdict.Consistent holds -> consistent++;
        case Verdict.Unverified open -> unverified.merge(open.reason(), 1, Integer::sum);
        case Verdict.Inconsistent(Finding finding) -> {
          disagree++;
          if (examples.size() < EXAMPLES) {
            examples.add(new Example(key, finding, readings));
          }
        }
      }
    }
  }

  void add(SharedKey key, Map<RuleName, Verdict> verdicts, Readings readings) {
    verdicts.forEach((rule, verdict) ->
        byRule.computeIfAbsent(rule, first -> new Counts()).add(key, verdict, readings));
  }

  /** In the order of the rules; empty where no key was tried. */
  public SequencedMap<RuleName, Counts> byRule() {
    return byRule;
  }

  public boolean anyDisagrees() {
    return byRule.values().stream().anyMatch(counts -> counts.disagree > 0);
  }

  public boolean anyUnverified() {
    return byRule.values().stream().anyMatch(counts -> !counts.unverified.isEmpty());
  }
}
