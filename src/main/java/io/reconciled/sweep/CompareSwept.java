package io.reconciled.sweep;

import io.reconciled.compare.CompareKey;
import io.reconciled.compare.Verdict;
import io.reconciled.model.Lookup;
import io.reconciled.model.Readings;
import io.reconciled.model.SharedKey;
import io.reconciled.store.AnswerLookups;
import java.util.ArrayList;
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
  private final List<Swept> waiting = new ArrayList<>();

  /** One key as it was seen in passing. */
  record Swept(SharedKey key, Readings readings, boolean complete) {}

  /** Is told of every key once. */
  interface Listener {
    void compared(SharedKey key, boolean wantsALook);
  }

  CompareSwept(CompareKey compare, AnswerLookups answer) {
    this.compare = compare;
    this.answer = answer;
  }

  /**
   * @param swept complete where no dataset was left out
   */
  void see(Swept swept, Listener listener) {
    if (!compare.asks()) {
      listener.compared(swept.key, wantsALook(swept, swept.readings));
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
      listener.compared(swept.key, wantsALook(swept, swept.readings.with(answers.answers(own))));
    }
    waiting.clear();
  }

  /** Drops what still waits for answers. */
  void forget() {
    waiting.clear();
  }

  private boolean wantsALook(Swept swept, Readings readings) {
    return compare.verdicts(swept.key, readings).values().stream()
        .anyMatch(verdict -> wantsALook(verdict, swept.complete));
  }

  /** What a dataset that was left out keeps from being told, its range says already. */
  private static boolean wantsALook(Verdict verdict, boolean complete) {
    return switch (verdict) {
      case Verdict.Consistent holds -> false;
      case Verdict.Inconsistent broken -> true;
      case Verdict.Unverified unverified ->
          switch (unverified.reason()) {
            case UNREACHABLE, MISCONFIGURED -> complete;
            case BEHIND, BUSY, TYPE, DUPLICATE -> true;
          };
    };
  }
}
