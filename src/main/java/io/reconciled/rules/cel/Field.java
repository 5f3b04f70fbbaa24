package io.reconciled.rules.cel;

import io.reconciled.model.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A field of a map: {@code billing.address.city}. */
record Field(Node map, String field) implements Node {

  @Override
  public Value over(Evaluation evaluation) {
    return switch (map.over(evaluation)) {
      case Value.Document document -> {
        @Nullable Value value = document.fields().get(field);
        yield value == null
            ? new Value.Unmapped(label() + " is absent")
            : Kind.meet(value, label());
      }
      case Value.Unmapped unmapped -> unmapped;
      case Value other -> noFields(other);
    };
  }

  @Override
  public Optional<String> name() {
    return map.name().map(name -> name + "." + field);
  }

  /** Whether the map has the field, be it null. */
  Node present() {
    return evaluation ->
        switch (map.over(evaluation)) {
          case Value.Document document -> new Value.Bool(document.fields().containsKey(field));
          case Value.Unmapped unmapped -> unmapped;
          case Value other -> noFields(other);
        };
  }

  private Value noFields(Value other) {
    return new Value.Unmapped(
        label() + " cannot be read, since a " + Kind.of(other) + " has no fields");
  }

  private String label() {
    return name().orElse("the field " + field);
  }
}
