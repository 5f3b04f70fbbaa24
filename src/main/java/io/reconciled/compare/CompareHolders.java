package io.reconciled.compare;

import io.reconciled.model.Answer;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityKey;
import io.reconciled.model.Lookup;
import io.reconciled.model.Readings;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.model.Value;
import io.reconciled.rules.Check;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whether the values that a key holds are held by no other key. */
final class CompareHolders {
  private CompareHolders() {}

  /** Each value that any dataset has of the key is asked for in every dataset. */
  static Set<Lookup> lookups(Check.Unique rule, EntityKey key, Readings readings) {
    Set<Lookup> lookups = new HashSet<>();
    for (Value value : values(rule, readings)) {
      for (DatasetName dataset : rule.datasets()) {
        lookups.add(new Lookup.Holders(dataset, rule.attribute(), value, key));
      }
    }
    return lookups;
  }

  static Verdict verdict(Check.Unique rule, EntityKey key, Readings readings) {
    NavigableSet<DatasetName> in = new TreeSet<>();
    Optional<Unread> unanswered = Optional.empty();
    for (Lookup lookup : lookups(rule, key, readings)) {
      switch (readings.answer(lookup)) {
        case Answer.Unanswered(Unread why) -> unanswered = Optional.of(why);
        case Answer.Found(SortedSet<SharedKey> others) when others.isEmpty() -> {}
        case Answer.Found others -> in.add(((Lookup.Holders) lookup).dataset());
      }
    }
    if (!in.isEmpty()) {
      return new Verdict.Inconsistent(
          new Finding(Finding.Kind.SHARED, List.of(rule.attribute()), in, Optional.empty()));
    }
    return unanswered
        .<Verdict>map(why -> new Verdict.Unverified(why.reason(), why.detail()))
        .orElseGet(() -> unmappedOrSeen(rule, readings));
  }

  private static Verdict unmappedOrSeen(Check.Unique rule, Readings readings) {
    for (DatasetName dataset : rule.datasets()) {
      Optional<Value> value = Attribute.of(readings, dataset, rule.attribute());
      if (value.isPresent() && isNeverLookedFor(value.get())) {
        return new Verdict.Unverified(
            UnverifiedReason.TYPE,
            "%s in %s cannot be looked for: %s"
                .formatted(rule.attribute(), dataset, Attribute.kind(value)));
      }
    }
    return NotRead.orConsistent(rule.datasets(), readings);
  }

  /** No store is asked for values that consist of others, nor for those it cannot tell. */
  private static boolean isNeverLookedFor(Value value) {
    return switch (value) {
      case Value.Unmapped unmapped -> true;
      case Value.Document document -> true;
      case Value.Array array -> true;
      case Value.Labels labels -> true;
      case Value.Span span -> true;
      case Value other -> false;
    };
  }

  private static Set<Value> values(Check.Unique rule, Readings readings) {
    Set<Value> values = new HashSet<>();
    for (DatasetName dataset : rule.datasets()) {
      Attribute.of(readings, dataset, rule.attribute())
          .filter(value -> !(value instanceof Value.Null || isNeverLookedFor(value)))
          .ifPresent(values::add);
    }
    return values;
  }
}
