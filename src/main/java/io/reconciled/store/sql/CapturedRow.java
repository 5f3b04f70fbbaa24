package io.reconciled.store.sql;

import io.reconciled.model.Dataset;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoredKey;
import io.reconciled.model.Value;
import io.reconciled.store.ChangeEvent;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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

  /**
   * A key that is a part of the primary key is shown where it changes, as a row's end and start.
   */
  static boolean mayHideFormerKey(Dataset dataset, ChangeEvent event) {
    return event.update()
        && key(dataset, event.before()).isEmpty()
        && !event.id().keySet().containsAll(dataset.keyFields());
  }

  private static Optional<SharedKey> key(Dataset dataset, Map<String, Object> columns) {
    List<Value> stored = new ArrayList<>();
    for (int i = 0; i < dataset.keyFields().size(); i++) {
      Optional.ofNullable(columns.get(dataset.keyFields().get(i)))
          .flatMap(CapturedRow::value)
          .ifPresent(stored::add);
    }
    return StoredKey.keyOf(dataset.keyShape(), stored);
  }

  private static Optional<Value> value(Object column) {
    return switch (column) {
      case BigDecimal number -> Optional.of(Value.number(number));
      case Number number -> Optional.of(Value.number(number.longValue()));
      case String text when text.equals(NOT_SENT) -> Optional.empty();
      case String text -> Optional.of(Value.text(text));
      case ByteBuffer bytes -> Optional.of(Value.bytes(copy(bytes)));
      default -> Optional.empty();
    };
  }

  private static byte[] copy(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
