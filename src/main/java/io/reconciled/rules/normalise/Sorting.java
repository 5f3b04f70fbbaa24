package io.reconciled.rules.normalise;

import io.reconciled.model.Value;
import java.util.List;
import java.util.Optional;

/** Lists whose order does not count. */
record Sorting() implements Normalisation {
  static final Entry ENTRY =
      Entry.of(
          new Manual(
              "sorted",
              Parameter.NONE,
              List.of(Value.Array.class),
              "brings the elements of a list into one order, so that theirs does not count; how"
                  + " often each is there still does. The order within an element stays",
              List.of(Example.of(texts("b", "a", "b"), texts("a", "b", "b")))),
          new Sorting());

  private static Value texts(String... texts) {
    return new Value.Array(List.of(texts).stream().map(Value::text).toList());
  }

  @Override
  public String name() {
    return "sorted";
  }

  @Override
  public Optional<Value> apply(Optional<Value> value) {
    return value.map(Sorting::sort);
  }

  private static Value sort(Value value) {
    return value instanceof Value.Array(List<Value> elements)
        ? new Value.Array(elements.stream().sorted(ValueOrder.TOTAL).toList())
        : value;
  }
}
