package io.reconciled.compare;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.Reading;
import io.reconciled.model.Readings;
import io.reconciled.model.Value;
import io.reconciled.rules.Rule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sees what holds beyond doubt, without making anything: the key is in every dataset, and values
 * are the same record after their value maps. That is nearly every key that is looked at. Whatever
 * it does not see to hold is compared at length; so it may say too little, never too much.
 *
 * <p>Equal records are equal whatever a rule normalises or tolerates, with one exception: what is
 * unmapped is not equal to itself.
 */
final class AtAGlance {
  private final PlainRules plain;
  private final List<DatasetName> datasets;
  private final Sameness[] equal;

  /** One attribute, where it stands, and under which value maps. */
  private static final class Sameness {
    private final String attribute;
    private final int[] datasets;
    private final Map<Value, Value>[] words;

    @SuppressWarnings({"unchecked", "rawtypes"})
    Sameness(PlainRules.Sameness same) {
      this.attribute = same.attribute();
      this.datasets = same.datasets().stream().mapToInt(Integer::intValue).toArray();
      this.words = same.words().toArray(new Map[0]);
    }
  }

  AtAGlance(PlainRules plain) {
    this.plain = plain;
    this.datasets = plain.datasets();
    this.equal = plain.equal().stream().map(Sameness::new).toArray(Sameness[]::new);
  }

  /** Whether {@link #holds} speaks for this rule. */
  boolean covers(Rule rule) {
    return plain.covers(rule);
  }

  /** Whether every rule that is covered holds beyond doubt. */
  boolean holds(Readings readings) {
    if (plain.coversNone()) {
      return false;
    }
    @SuppressWarnings({"unchecked", "rawtypes"})
    Map<String, Value>[] images = new Map[datasets.size()];
    for (int i = 0; i < images.length; i++) {
      Reading reading = readings.of(datasets.get(i));
      if (!(reading instanceof Image.Present(Map<String, Value> attributes))) {
        return false;
      }
      images[i] = attributes;
    }
    for (Sameness sameness : equal) {
      if (!isSame(sameness, images)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(Sameness sameness, Map<String, Value>[] images) {
    Value first = value(sameness, 0, images);
    if (first != null && !Value.isMapped(first)) {
      return false;
    }
    for (int i = 1; i < sameness.datasets.length; i++) {
      if (!Objects.equals(first, value(sameness, i, images))) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Value value(Sameness sameness, int at, Map<String, Value>[] images) {
    Value stored = images[sameness.datasets[at]].get(sameness.attribute);
    if (stored == null) {
      return null;
    }
    Value word = sameness.words[at].get(stored);
    return word == null ? stored : word;
  }
}
