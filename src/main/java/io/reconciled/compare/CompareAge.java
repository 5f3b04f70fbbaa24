package io.reconciled.compare;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.Readings;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.model.Value;
import io.reconciled.rules.Check;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Whether times keep up with the authority's, wherever the key is present. */
final class CompareAge {
  private CompareAge() {}

  static Verdict verdict(Check.Fresh rule, Readings readings) {
    NavigableSet<DatasetName> stale = new TreeSet<>();
    Optional<DatasetName> noTime = Optional.empty();
    Optional<Instant> newest = time(rule, readings, rule.authority());
    for (DatasetName dataset : rule.datasets()) {
      if (readings.of(dataset) instanceof Image.Present) {
        Optional<Instant> time = time(rule, readings, dataset);
        if (time.isEmpty()) {
          noTime = Optional.of(dataset);
        } else if (newest.isPresent() && time.get().plus(rule.by()).isBefore(newest.get())) {
          stale.add(dataset);
        }
      }
    }
    if (!stale.isEmpty()) {
      return new Verdict.Inconsistent(
          new Finding(
              Finding.Kind.STALE, List.of(rule.attribute()), stale, Optional.of(rule.authority())));
    }
    return noTime
        .<Verdict>map(dataset ->
            new Verdict.Unverified(
                UnverifiedReason.TYPE,
                "%s in %s is no time: %s"
                    .formatted(
                        rule.attribute(),
                        dataset,
                        Attribute.kind(Attribute.of(readings, dataset, rule.attribute())))))
        .orElseGet(() -> NotRead.orConsistent(rule.datasets(), readings));
  }

  private static Optional<Instant> time(Check.Fresh rule, Readings readings, DatasetName dataset) {
    return Attribute.of(readings, dataset, rule.attribute()).flatMap(CompareAge::instant);
  }

  private static Optional<Instant> instant(Value value) {
    return switch (value) {
      case Value.Moment moment -> Optional.of(moment.instant());
      case Value.LocalMoment local -> Optional.of(local.local().toInstant(ZoneOffset.UTC));
      default -> Optional.empty();
    };
  }
}
