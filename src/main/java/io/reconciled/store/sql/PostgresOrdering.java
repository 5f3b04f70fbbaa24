package io.reconciled.store.sql;

import io.reconciled.model.Dataset;
import io.reconciled.model.KeyForm;
import io.reconciled.model.KeyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/**
 * In what order PostgreSQL keeps a key. Numbers and UUIDs are in ours; a text is where its
 * collation, or that of an index on the key, compares bytes.
 */
final class PostgresOrdering {
  private static final Set<String> BY_BYTES = Set.of("C", "POSIX", "ucs_basic");

  /** A column's type, and its collation: for the database's default, that of the database. */
  private static final String COLUMN =
      "SELECT coalesce(b.typname, t.typname), CASE WHEN c.collname = 'default' THEN"
          + " (SELECT CASE WHEN d.datlocprovider = 'i' THEN 'default' ELSE d.datcollate END"
          + " FROM pg_database d WHERE d.datname = current_database())"
          + " ELSE coalesce(c.collname, '') END FROM pg_attribute a"
          + " JOIN pg_type t ON t.oid = a.atttypid"
          + " LEFT JOIN pg_type b ON b.oid = nullif(t.typbasetype, 0)"
          + " LEFT JOIN pg_collation c ON c.oid = a.attcollation"
          + " WHERE a.attrelid = ? AND a.attname = ?";

  /** The columns of every index, its collations told as the column's own or as {@code C}. */
  private static final String INDEXES =
      "SELECT string_agg(a.attname, chr(31) ORDER BY k.place) FROM pg_index i"
          + " CROSS JOIN unnest(i.indkey) WITH ORDINALITY AS k(attnum, place)"
          + " JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum"
          + " LEFT JOIN pg_collation o ON o.oid = i.indcollation[CAST(k.place AS integer) - 1]"
          + " WHERE i.indrelid = ? AND i.indisvalid AND i.indpred IS NULL"
          + " AND k.place <= i.indnkeyatts GROUP BY i.indexrelid"
          + " HAVING bool_and(coalesce(o.collname, 'C') = 'C' OR k.place > ?)";

  private final DSLContext sql;
  private final PostgresCatalog catalog;

  PostgresOrdering(DSLContext sql, PostgresCatalog catalog) {
    this.sql = sql;
    this.catalog = catalog;
  }

  FoundOrdering of(Dataset dataset) {
    List<KeyForm> forms =
        FoundForms.of(catalog, dataset).orElseGet(() -> MappedTable.ownForms(dataset));
    return FoundForms.outOfOrder(forms, dataset).orElseGet(() -> inOrder(dataset));
  }

  private FoundOrdering inOrder(Dataset dataset) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < dataset.keyFields().size(); i++) {
      if (dataset.keyShape().parts().get(i) == KeyType.TEXT) {
        texts.add(dataset.keyFields().get(i));
      }
    }
    if (texts.isEmpty()) {
      return FoundOrdering.ours("numbers and UUIDs are kept in the order of their value");
    }
    return catalog
        .find(dataset.container())
        .map(found -> ofTexts(dataset, found.oid(), texts))
        .orElseGet(() -> FoundOrdering.own("there is no such table"));
  }

  private FoundOrdering ofTexts(Dataset dataset, long table, List<String> texts) {
    Optional<FoundOrdering> unlike =
        texts.stream().flatMap(column -> unlike(table, column).stream()).findFirst();
    if (unlike.isEmpty()) {
      return FoundOrdering.ours("its texts are compared by bytes");
    }
    boolean indexed =
        sql.resultQuery(INDEXES, table, dataset.keyFields().size()).fetch(0, String.class).stream()
            .anyMatch(columns -> begins(columns, dataset.keyFields()));
    return indexed
        ? FoundOrdering.oursToo("an index with COLLATE \"C\" begins with the key")
        : unlike.get();
  }

  private static boolean begins(String columns, List<String> key) {
    String joined = String.join("\u001f", key);
    return columns.equals(joined) || columns.startsWith(joined + "\u001f");
  }

  private Optional<FoundOrdering> unlike(long table, String column) {
    return sql.resultQuery(COLUMN, table, column)
        .fetchOptional()
        .flatMap(row -> {
          String type = row.get(0, String.class);
          String collation = row.get(1, String.class);
          if (type.equals("citext")) {
            return Optional.of(FoundOrdering.own(column + " is citext, which folds case"));
          }
          return BY_BYTES.contains(collation)
              ? Optional.empty()
              : Optional.of(
                  FoundOrdering.own(
                      "%s is kept in the order of its collation %s".formatted(column, collation)));
        });
  }
}
