package io.reconciled.store.sql;

import io.reconciled.model.Dataset;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import io.reconciled.store.ChangeEvent;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The shared keys that a row's change shows: in its primary key, before it, and after it. */
final class CapturedRow {
  /** What PostgreSQL's connector puts where a long value did not change and so was not sent. */
  private static final String NOT_SENT = "__debezium_unavailable_value";

  private CapturedRow() {}

  static Set<SharedKey> keys(Dataset dataset, ChangeEvent event) {
    Set<SharedKey> keys = new LinkedHashSet<>();
    key(dataset, event.before()).ifPresent(keys::add);
    key(dataset, event.after()).ifPresent(keys::add);
    if (keys.isEmpty()) {
      key(dataset, event.id()).ifPresent(keys::add);
    }
    return keys;
  }

  private static Optional<SharedKey> key(Dataset dataset, Map<String, Object> columns) {
    return Optional.ofNullable(columns.get(dataset.keyField()))
        .flatMap(column -> key(dataset.keyType(), column));
  }

  private static Optional<SharedKey> key(KeyType type, Object column) {
    return switch (column) {
      case BigDecimal number -> type.keyOf(Value.number(number));
      case Number number -> type.keyOf(Value.number(number.longValue()));
      case String text when text.equals(NOT_SENT) -> Optional.empty();
      case String text when type == KeyType.UUID -> type.parse(text);
      case String text -> type.keyOf(Value.text(text));
      default -> Optional.empty();
    };
  }
}
