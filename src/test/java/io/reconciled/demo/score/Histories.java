package io.reconciled.demo.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds all lives together: each in order, and no two of one key under one rule. */
public final class Histories {

  private record Subject(String rule, String key) {}

  private Histories() {}

  public static List<String> problems(List<History> histories) {
    List<String> problems = new ArrayList<>();
    Map<Subject, Long> ids = new HashMap<>();
    for (History history : histories) {
      problems.addAll(history.problems());
      Long other = ids.putIfAbsent(new Subject(history.rule(), history.key()), history.id());
      if (other != null) {
        problems.add(
            "%s of %s is on record twice, as %d and %d"
                .formatted(history.rule(), history.key(), other, history.id()));
      }
    }
    return problems;
  }
}
