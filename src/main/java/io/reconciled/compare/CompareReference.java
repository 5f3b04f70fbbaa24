package io.reconciled.compare;

import io.reconciled.model.Answer;
import io.reconciled.model.Lookup;
import io.reconciled.model.Readings;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.model.Value;
import io.reconciled.rules.Check;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whether a value names a key that another entity has. Nothing, and null, name none. */
final class CompareReference {
  private CompareReference() {}

  static Set<Lookup> lookups(Check.References rule, Readings readings) {
    return value(rule, readings)
        .flatMap(value -> rule.keyShape().keyOf(List.of(value)))
        .<Set<Lookup>>map(key -> Set.of(lookup(rule, key)))
        .orElse(Set.of());
  }

  static Verdict verdict(Check.References rule, Readings readings) {
    Optional<Value> value = value(rule, readings);
    if (value.isEmpty()) {
      return NotRead.orConsistent(rule.datasets(), readings);
    }
    return rule.keyShape()
        .keyOf(List.of(value.get()))
        .map(key -> verdict(rule, readings.answer(lookup(rule, key))))
        .orElseGet(() ->
            new Verdict.Unverified(
                UnverifiedReason.TYPE,
                "%s in %s is no key of %s: %s"
                    .formatted(
                        rule.attribute(), rule.from(), rule.entity(), Attribute.kind(value))));
  }

  private static Verdict verdict(Check.References rule, Answer answer) {
    return switch (answer) {
      case Answer.Unanswered(Unread why) -> new Verdict.Unverified(why.reason(), why.detail());
      case Answer.Found(SortedSet<SharedKey> keys) when !keys.isEmpty() -> Verdict.CONSISTENT;
      case Answer.Found nothing ->
          new Verdict.Inconsistent(
              new Finding(
                  Finding.Kind.DANGLING,
                  List.of(rule.attribute()),
                  new TreeSet<>(rule.datasets()),
                  Optional.empty()));
    };
  }

  private static Lookup lookup(Check.References rule, SharedKey key) {
    return new Lookup.Exists(rule.entity(), rule.in(), key);
  }

  private static Optional<Value> value(Check.References rule, Readings readings) {
    return Attribute.of(readings, rule.from(), rule.attribute())
        .filter(value -> !(value instanceof Value.Null));
  }
}
