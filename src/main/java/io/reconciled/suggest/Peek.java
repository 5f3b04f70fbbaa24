package io.reconciled.suggest;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.Image;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import io.reconciled.store.Container.Field;
import io.reconciled.store.StoreFailure;
import io.reconciled.store.Stores;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks up in one store the keys that another has, by a mapping made up for the occasion. */
final class Peek {
  private static final EntityName PROVISIONAL = new EntityName("draft");
  private final Stores stores;
  private final Set<String> refusals = new TreeSet<>();

  Peek(Stores stores) {
    this.stores = stores;
  }

  /** All fields of the rows that have one of the keys, without keys that several rows have. */
  Map<SharedKey, Map<String, Value>> rows(KeyField at, Collection<SharedKey> keys) {
    Map<SharedKey, Map<String, Value>> rows = new HashMap<>();
    try {
      stores
          .of(at.in().store())
          .read(provisional(at), keys)
          .forEach((key, image) -> {
            if (image instanceof Image.Present(Map<String, Value> fields)) {
              rows.put(key, fields);
            }
          });
    } catch (StoreFailure failure) {
      refusals.add("not compared by " + at + ": " + failure.unread().detail());
    }
    return rows;
  }

  /** What could not be looked up. */
  List<String> refusals() {
    return List.copyOf(refusals);
  }

  private static Dataset provisional(KeyField key) {
    Map<String, String> fields =
        key.in().container().fields().stream().collect(Collectors.toMap(Field::name, Field::name));
    return new Dataset(
        PROVISIONAL,
        new DatasetName(key.in().store().value()),
        key.in().store(),
        key.in().container().path(),
        key.field().name(),
        key.type(),
        fields);
  }
}
