package io.reconciled.discrepancy.jooq;

import com.fasterxml.jackson.core.type.TypeReference;
import io.reconciled.compare.Finding;
import io.reconciled.discrepancy.Sighting.How;
import io.reconciled.discrepancy.Sighting.OtherKeys;
import io.reconciled.model.Answer;
import io.reconciled.model.Lookup;
import io.reconciled.model.Readings;
import io.reconciled.model.SharedKey;
import io.reconciled.state.jooq.Json;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The other keys that a finding rests on, as a column holds them. */
final class OthersText {
  /** A value that thousands hold is told by its first holders. */
  private static final int TOLD = 20;

  private static final TypeReference<List<OtherKeys>> OTHERS = new TypeReference<>() {};

  private OthersText() {}

  /** Answers to the questions of other rules are left out, as far as the finding tells. */
  static String of(Finding finding, Readings seen) {
    return Json.write(
        switch (finding.kind()) {
          case SHARED -> holders(finding, seen.answers());
          case DANGLING -> missing(seen.answers());
          default -> List.of();
        });
  }

  static List<OtherKeys> read(String text) {
    return Json.read(text, OTHERS);
  }

  private static List<OtherKeys> holders(Finding finding, Map<Lookup, Answer> answers) {
    Map<String, TreeSet<SharedKey>> byDataset = new TreeMap<>();
    answers.forEach((lookup, answer) -> {
      if (lookup instanceof Lookup.Holders asked
          && answer instanceof Answer.Found found
          && finding.in().contains(asked.dataset())
          && finding.attributes().contains(asked.attribute())) {
        byDataset
            .computeIfAbsent(asked.dataset().value(), dataset -> new TreeSet<>())
            .addAll(found.keys());
      }
    });
    return byDataset.entrySet().stream()
        .map(held -> others(How.HOLD, held.getKey(), held.getValue()))
        .toList();
  }

  private static List<OtherKeys> missing(Map<Lookup, Answer> answers) {
    Map<String, TreeSet<SharedKey>> byDataset = new TreeMap<>();
    answers.forEach((lookup, answer) -> {
      if (lookup instanceof Lookup.Exists asked
          && answer instanceof Answer.Found found
          && found.keys().isEmpty()) {
        byDataset
            .computeIfAbsent(asked.entity() + "/" + asked.dataset(), dataset -> new TreeSet<>())
            .add(asked.key());
      }
    });
    return byDataset.entrySet().stream()
        .map(missed -> others(How.MISSING, missed.getKey(), missed.getValue()))
        .toList();
  }

  private static OtherKeys others(How how, String in, Collection<SharedKey> keys) {
    return new OtherKeys(
        how, in, keys.stream().limit(TOLD).map(SharedKey::toString).toList(), keys.size());
  }
}
