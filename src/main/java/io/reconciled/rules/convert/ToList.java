package io.reconciled.rules.convert;

import io.reconciled.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Lists, from sets of labels. */
final class ToList {
  static final Named NAMED =
      Named.of(
          "list",
          "list",
          ToList::meaning,
          "a set of labels is the list of them, in the order that `sorted` gives the other side",
          new Manual.Example(
              new Value.Labels(new TreeSet<>(List.of("post", "email"))),
              new Value.Array(List.of(Value.text("email"), Value.text("post")))));

  private ToList() {}

  private static Optional<Value> meaning(Value stored) {
    return switch (stored) {
      case Value.Array list -> Optional.of(list);
      case Value.Labels(SortedSet<String> labels) ->
          Optional.of(new Value.Array(labels.stream().map(Value::text).toList()));
      default -> Optional.empty();
    };
  }
}
