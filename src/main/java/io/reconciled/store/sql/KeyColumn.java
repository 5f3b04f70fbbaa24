package io.reconciled.store.sql;

import io.reconciled.model.KeyForm;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import java.util.Collection;
import java.util.List;
import org.jooq.Field;

/** A column that holds the shared key, or one part of it. */
record KeyColumn(Field<Object> field, KeyType type, KeyForm form) {
  /** All texts that it may hold for these keys, where its form is text. */
  List<String> texts(Collection<? extends SharedKey.Single> keys) {
    return keys.stream()
        .flatMap(key -> form.valuesOf(key).stream())
        .map(value -> ((Value.Text) value).text())
        .toList();
  }

  /** The bytes that it holds for a key, where its form is bytes. */
  byte[] bytes(SharedKey.Single key) {
    return ((Value.Bytes) form.valuesOf(key).getFirst()).toArray();
  }
}
