package io.reconciled.sweep;

import io.reconciled.compare.CompareKey;
import io.reconciled.compare.Verdict;
import io.reconciled.model.DatasetName;
import io.reconciled.model.Lookup;
import io.reconciled.model.Readings;
import io.reconciled.model.RuleName;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Unread;
import io.reconciled.rules.Entity;
import io.reconciled.store.AnswerLookups;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares the keys of a sweep, and tells those that want a look. Where rules ask about other keys,
 * their questions are gathered and put in batches.
 */
final class CompareSwept {
  private static final int BATCH = 500;
  private final CompareKey compare;
  private final AnswerLookups answer;
  private final Map<RuleName, List<DatasetName>> datasets = new HashMap<>();
  private final List<Swept> waiting = new ArrayList<>();

  /** One key as it was seen in passing. */
  record Swept(SharedKey key, Readings readings) {}

  /** Is told of every key once. */
  interface Listener {
    void compared(SharedKey key, boolean wantsALook);
  }

  CompareSwept(Entity entity, AnswerLookups answer) {
    this.compare = new CompareKey(entity);
    entity.rules().forEach(rule -> datasets.put(rule.name(), rule.datasets()));
    this.answer = answer;
  }

  void see(Swept swept, Listener listener) {
    if (!compare.asks()) {
      listener.compared(swept.key, wantsALook(swept.key, swept.readings));
      return;
    }
    waiting.add(swept);
    if (waiting.size() >= BATCH) {
      finish(listener);
    }
  }

  /** Compares what still waits for answers. */
  void finish(Listener listener) {
    Set<Lookup> lookups = new HashSet<>();
    waiting.forEach(swept -> lookups.addAll(compare.lookups(swept.key, swept.readings)));
    Readings answers =
        new Readings(Map.of(), lookups.isEmpty() ? Map.of() : answer.answers(lookups));
    for (Swept swept : waiting) {
      Set<Lookup> own = compare.lookups(swept.key, swept.readings);
      listener.compared(
          swept.key, wantsALook(swept.key, swept.readings.with(answers.answers(own))));
    }
    waiting.clear();
  }

  /** Drops what still waits for answers. */
  void forget() {
    waiting.clear();
  }

  private boolean wantsALook(SharedKey key, Readings readings) {
    try {
      for (Map.Entry<RuleName, Verdict> told : compare.verdicts(key, readings).entrySet()) {
        if (wantsALook(told.getKey(), told.getValue(), readings)) {
          return true;
        }
      }
      return false;
    } catch (RuntimeException cannotBeCompared) {
      // Its look finds that as well, and puts it on record.
      return true;
    }
  }

  /**
   * What a rule cannot tell for want of a dataset that was left out, the sweep says of that
   * dataset. What it cannot tell for want of an answer, nobody says but a look.
   */
  private boolean wantsALook(RuleName rule, Verdict verdict, Readings readings) {
    return switch (verdict) {
      case Verdict.Consistent holds -> false;
      case Verdict.Inconsistent broken -> true;
      case Verdict.Unverified unverified ->
          switch (unverified.reason()) {
            case UNREACHABLE, MISCONFIGURED ->
                datasets.getOrDefault(rule, List.of()).stream()
                    .noneMatch(dataset -> readings.of(dataset) instanceof Unread);
            case BEHIND, BUSY, TYPE, DUPLICATE -> true;
          };
    };
  }
}
