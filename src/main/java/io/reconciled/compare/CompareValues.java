package io.reconciled.compare;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.Readings;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.model.Value;
import io.reconciled.rules.Check;
import java.util.ArrayList;
import java.util.List;
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
  private final Check.Equal rule;
  private final Readings readings;
  private final List<String> differing = new ArrayList<>();
  private final NavigableSet<DatasetName> in = new TreeSet<>();
  private Optional<String> incomparable = Optional.empty();

  private CompareValues(Check.Equal rule, Readings readings) {
    this.rule = rule;
    this.readings = readings;
  }

  static Verdict verdict(Check.Equal rule, Readings readings) {
    return new CompareValues(rule, readings).verdict();
  }

  private Verdict verdict() {
    List<DatasetName> present = present();
    for (String attribute : rule.attributes()) {
      compare(attribute, present);
    }
    if (!in.isEmpty()) {
      return new Verdict.Inconsistent(
          new Finding(Finding.Kind.DIFFERS, differing, in, rule.authority().always()));
    }
    return incomparable
        .<Verdict>map(detail -> new Verdict.Unverified(UnverifiedReason.TYPE, detail))
        .orElseGet(() -> NotRead.orConsistent(rule.datasets(), readings));
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
    return rule.authority().always().map(right::equals).orElse(true)
        || rule.authority().always().map(left::equals).orElse(true);
  }

  private boolean differs(String attribute, DatasetName left, DatasetName right) {
    Optional<Value> one = value(left, attribute);
    Optional<Value> other = value(right, attribute);
    return switch (CompareValue.likeness(one, other, rule.tolerance())) {
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
                    .formatted(attribute, Attribute.kind(one), left, Attribute.kind(other), right));
        yield false;
      }
    };
  }

  private void addUnlessAuthority(DatasetName dataset) {
    if (!rule.authority().always().map(dataset::equals).orElse(false)) {
      in.add(dataset);
    }
  }

  private List<DatasetName> present() {
    return rule.datasets().stream()
        .filter(dataset -> readings.of(dataset) instanceof Image.Present)
        .toList();
  }

  private Optional<Value> value(DatasetName dataset, String attribute) {
    return rule.normalise().apply(Attribute.of(readings, dataset, attribute));
  }
}
