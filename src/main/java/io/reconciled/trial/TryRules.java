package io.reconciled.trial;

import io.reconciled.compare.CompareKey;
import io.reconciled.compare.Verdict;
import io.reconciled.model.Answer;
import io.reconciled.model.Lookup;
import io.reconciled.model.Readings;
import io.reconciled.model.RuleName;
import io.reconciled.model.SharedKey;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.recheck.ReadImages;
import io.reconciled.rules.Entity;
import io.reconciled.store.AnswerLookups;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Compares given keys now, and those that disagree once more after the grace window. */
public final class TryRules {
  private static final int BATCH = 500;
  private final ReadImages readImages;
  private final AnswerLookups answerLookups;
  private final Consumer<Duration> pause;

  /**
   * @param pause returns when so much time has passed
   */
  public TryRules(ReadImages readImages, AnswerLookups answerLookups, Consumer<Duration> pause) {
    this.readImages = readImages;
    this.answerLookups = answerLookups;
    this.pause = pause;
  }

  /** One look at one key. */
  private record Look(Readings readings, Map<RuleName, Verdict> verdicts) {
    boolean disagrees() {
      return verdicts.values().stream().anyMatch(Verdict.Inconsistent.class::isInstance);
    }

    /** What moved between two looks may be on its way: it is not said to disagree. */
    Map<RuleName, Verdict> after(Look first) {
      Map<RuleName, Verdict> settled = new LinkedHashMap<>(verdicts);
      if (!readings.byDataset().equals(first.readings.byDataset())) {
        settled.replaceAll((rule, verdict) ->
            verdict instanceof Verdict.Inconsistent
                ? new Verdict.Unverified(UnverifiedReason.BUSY, "it moved between two looks")
                : verdict);
      }
      return settled;
    }
  }

  /**
   * @param lookAgain whether to wait for the grace window and look again; else what is on its way
   *     counts as a disagreement
   */
  public Trial run(Entity entity, List<SharedKey> keys, boolean lookAgain) {
    CompareKey compare = new CompareKey(entity);
    Trial trial = new Trial();
    Map<SharedKey, Look> disagree = new LinkedHashMap<>();
    look(entity, compare, keys)
        .forEach((key, look) -> {
          if (lookAgain && look.disagrees()) {
            disagree.put(key, look);
          } else {
            trial.add(key, look.verdicts, compare.canonical(look.readings));
          }
        });
    if (!disagree.isEmpty()) {
      pause.accept(entity.grace());
      Map<SharedKey, Look> again = look(entity, compare, List.copyOf(disagree.keySet()));
      disagree.forEach((key, first) -> {
        Look second = again.getOrDefault(key, first);
        trial.add(key, second.after(first), compare.canonical(second.readings));
      });
    }
    return trial;
  }

  private Map<SharedKey, Look> look(Entity entity, CompareKey compare, List<SharedKey> keys) {
    Map<SharedKey, Look> looks = new LinkedHashMap<>();
    for (int from = 0; from < keys.size(); from += BATCH) {
      List<SharedKey> batch = keys.subList(from, Math.min(keys.size(), from + BATCH));
      Map<SharedKey, Readings> alone = readImages.read(entity, batch);
      Set<Lookup> lookups = new HashSet<>();
      alone.forEach((key, readings) -> lookups.addAll(compare.lookups(key, readings)));
      Map<Lookup, Answer> answers = lookups.isEmpty() ? Map.of() : answerLookups.answers(lookups);
      for (SharedKey key : batch) {
        Readings readings = alone.getOrDefault(key, new Readings(Map.of())).with(answers);
        looks.put(key, new Look(readings, compare.verdicts(key, readings)));
      }
    }
    return looks;
  }
}
