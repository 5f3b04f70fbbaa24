package io.reconciled.compare;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.Readings;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.model.Value;
import io.reconciled.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Whether attributes are equal wherever the key is present.
 *
 * <p>Pairs are compared, not groups: with precisions that differ, equality is not transitive, so
 * the finding names the datasets that partake in an unequal pair. With an authority, only pairs
 * with it count.
 */
final class CompareValues {
  private final Rule.Equal rule;
  private final Readings readings;
  private final List<String> differing = new ArrayList<>();
  private final NavigableSet<DatasetName> in = new TreeSet<>();
  private Optional<String> incomparable = Optional.empty();

  private CompareValues(Rule.Equal rule, Readings readings) {
    this.rule = rule;
    this.readings = readings;
  }

  static Verdict verdict(Rule.Equal rule, Readings readings) {
    return new CompareValues(rule, readings).verdict();
  }

  private Verdict verdict() {
    List<DatasetName> present = present();
    for (String attribute : rule.attributes()) {
      compare(attribute, present);
    }
    if (!in.isEmpty()) {
      return new Verdict.Inconsistent(
          new Finding(Finding.Kind.DIFFERS, differing, in, rule.authority()));
    }
    return incomparable
        .<Verdict>map(detail -> new Verdict.Unverified(UnverifiedReason.TYPE, detail))
        .orElseGet(() -> NotRead.orConsistent(rule, readings));
  }

  private void compare(String attribute, List<DatasetName> present) {
    boolean differs = false;
    for (int i = 0; i < present.size(); i++) {
      for (int j = i + 1; j < present.size(); j++) {
        differs |=
            counts(present.get(i), present.get(j))
                && differs(attribute, present.get(i), present.get(j));
      }
    }
    if (differs) {
      differing.add(attribute);
    }
  }

  private boolean counts(DatasetName left, DatasetName right) {
    return rule.authority().map(right::equals).orElse(true)
        || rule.authority().map(left::equals).orElse(true);
  }

  private boolean differs(String attribute, DatasetName left, DatasetName right) {
    Optional<Value> one = value(left, attribute);
    Optional<Value> other = value(right, attribute);
    return switch (CompareValue.likeness(one, other)) {
      case SAME -> false;
      case DIFFERENT -> {
        addUnlessAuthority(left);
        addUnlessAuthority(right);
        yield true;
      }
      case INCOMPARABLE -> {
        incomparable =
            Optional.of(
                "%s cannot be compared: %s in %s, %s in %s"
                    .formatted(attribute, kind(one), left, kind(other), right));
        yield false;
      }
    };
  }

  private void addUnlessAuthority(DatasetName dataset) {
    if (!rule.authority().map(dataset::equals).orElse(false)) {
      in.add(dataset);
    }
  }

  private List<DatasetName> present() {
    return rule.datasets().stream()
        .filter(dataset -> readings.of(dataset) instanceof Image.Present)
        .toList();
  }

  private Optional<Value> value(DatasetName dataset, String attribute) {
    return readings.of(dataset) instanceof Image.Present(Map<String, Value> attributes)
        ? Optional.ofNullable(attributes.get(attribute))
        : Optional.empty();
  }

  private static String kind(Optional<Value> value) {
    return switch (value.orElse(null)) {
      case null -> "absent";
      case Value.Unmapped(String type) -> "type " + type;
      case Value some -> some.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    };
  }
}
