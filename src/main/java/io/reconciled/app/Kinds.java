package io.reconciled.app;

import io.reconciled.store.StoreKind;
import io.reconciled.store.mongodb.MongoKind;
import io.reconciled.store.sql.SqlStoreKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of store that this build knows. */
final class Kinds {
  private static final Map<String, StoreKind> BY_NAME =
      List.of(
              SqlStoreKind.postgres(),
              SqlStoreKind.mariaDb(),
              SqlStoreKind.mySql(),
              new MongoKind())
          .stream()
          .collect(Collectors.toMap(StoreKind::name, Function.identity()));

  private Kinds() {}

  static Set<String> names() {
    return BY_NAME.keySet();
  }

  /** A kind that loading has accepted. */
  static StoreKind named(String name) {
    return Optional.ofNullable(BY_NAME.get(name))
        .orElseThrow(() -> new IllegalArgumentException("unknown kind of store " + name));
  }
}
