package io.reconciled.store.sql;

import io.reconciled.model.Dataset;
import io.reconciled.model.KeyForm;
import io.reconciled.model.KeyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * In what order MariaDB or MySQL keeps a key: numbers in ours, texts where their collation compares
 * bytes and pads nothing, UUIDs never.
 */
final class MariaDbOrdering {
  private static final Set<String> BY_BYTES =
      Set.of(
          "utf8mb4_nopad_bin",
          "utf8mb3_nopad_bin",
          "utf8_nopad_bin",
          "ascii_nopad_bin",
          "utf8mb4_0900_bin");

  private final DSLContext sql;
  private final Catalog catalog;

  MariaDbOrdering(DSLContext sql, Catalog catalog) {
    this.sql = sql;
    this.catalog = catalog;
  }

  FoundOrdering of(Dataset dataset) {
    List<KeyForm> forms =
        FoundForms.of(catalog, dataset).orElseGet(() -> MappedTable.ownForms(dataset));
    return FoundForms.outOfOrder(forms, dataset).orElseGet(() -> inOrder(dataset, forms));
  }

  private FoundOrdering inOrder(Dataset dataset, List<KeyForm> forms) {
    List<FoundOrdering> unlike = new ArrayList<>();
    for (int i = 0; i < dataset.keyFields().size(); i++) {
      String column = dataset.keyFields().get(i);
      switch (dataset.keyShape().parts().get(i)) {
        case INTEGER -> {}
        case UUID -> {
          if (forms.get(i) == KeyForm.OWN) {
            unlike.add(FoundOrdering.own(column + " has the type uuid, kept by time"));
          }
        }
        case TEXT -> ofText(dataset, column).ifPresent(unlike::add);
      }
    }
    // An enum is sorted by one order and compared by another: only the order it is told is sound.
    return unlike.stream()
        .filter(found -> found.ordering().isShared())
        .findFirst()
        .or(() -> unlike.stream().findFirst())
        .orElseGet(() -> FoundOrdering.ours(ours(dataset)));
  }

  private static String ours(Dataset dataset) {
    return dataset.keyShape().parts().contains(KeyType.TEXT)
        ? "its texts are compared by bytes, without padding"
        : "numbers, and UUIDs as bytes, are kept in the order of their value";
  }

  private Optional<FoundOrdering> ofText(Dataset dataset, String column) {
    return sql.resultQuery(
            "SELECT data_type, collation_name FROM information_schema.columns"
                + " WHERE table_schema = COALESCE(?, DATABASE()) AND table_name = ?"
                + " AND column_name = ?",
            DSL.val(MariaDbCatalog.schema(dataset.container()).orElse(null), String.class),
            dataset.container().getLast(),
            column)
        .fetchOptional()
        .flatMap(found -> ofText(column, found));
  }

  private static Optional<FoundOrdering> ofText(String column, Record found) {
    String collation = String.valueOf(found.get(1, String.class));
    if (found.get(0, String.class).equals("enum")) {
      return Optional.of(FoundOrdering.oursToo(column + " is an enum, which the server sorts"));
    }
    return BY_BYTES.contains(collation)
        ? Optional.empty()
        : Optional.of(
            FoundOrdering.own(
                "%s is kept in the order of its collation %s".formatted(column, collation)));
  }
}
