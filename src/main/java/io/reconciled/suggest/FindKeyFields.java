package io.reconciled.suggest;

import io.reconciled.model.KeyType;
import io.reconciled.model.Value;
import io.reconciled.store.Container.Field;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the fields of a container that may be keys: of one type, hardly ever empty, distinct. */
final class FindKeyFields {
  private static final double FILLED = 0.9;
  private static final double DISTINCT = 0.995;

  private FindKeyFields() {}

  static List<KeyField> in(Sampled sampled) {
    return sampled.container().fields().stream()
        .flatMap(field -> type(sampled, field).stream().map(t -> new KeyField(sampled, field, t)))
        .toList();
  }

  private static Optional<KeyType> type(Sampled sampled, Field field) {
    List<Value> values =
        sampled.rows().stream()
            .flatMap(row -> Optional.ofNullable(row.get(field.name())).stream())
            .filter(value -> !(value instanceof Value.Null))
            .toList();
    Set<Value> distinct = new HashSet<>(values);
    boolean tellsApart =
        !values.isEmpty()
            && values.size() >= FILLED * sampled.rows().size()
            && distinct.size() >= DISTINCT * values.size();
    return Arrays.stream(KeyType.values())
        .filter(type -> tellsApart)
        .filter(type -> values.stream().allMatch(value -> type.keyOf(value).isPresent()))
        .findFirst();
  }
}
