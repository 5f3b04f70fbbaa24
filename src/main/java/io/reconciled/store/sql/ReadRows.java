package io.reconciled.store.sql;

import io.reconciled.model.Image;
import io.reconciled.model.RowsOfKey;
import io.reconciled.model.SharedKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SelectConditionStep;

/** Reads the rows of given keys, and leaves out what only the database takes for them. */
final class ReadRows {
  /** More keys than this make a statement that some databases refuse. */
  private static final int KEYS_PER_STATEMENT = 5_000;

  /** Keys of several parts are alternatives, each of which is planned. */
  private static final int COMPOSITE_KEYS_PER_STATEMENT = 500;

  private final Dialect dialect;

  ReadRows(Dialect dialect) {
    this.dialect = dialect;
  }

  Map<SharedKey, Image> read(DSLContext sql, MappedTable table, Collection<SharedKey> keys)
      throws SQLException {
    Map<SharedKey, Image> images = LinkedHashMap.newLinkedHashMap(keys.size());
    keys.forEach(key -> images.put(key, Image.ABSENT));
    List<SharedKey> each = List.copyOf(images.keySet());
    int most = table.keys().size() == 1 ? KEYS_PER_STATEMENT : COMPOSITE_KEYS_PER_STATEMENT;
    for (int from = 0; from < each.size(); from += most) {
      int to = Math.min(each.size(), from + most);
      rows(query(sql, table, each.subList(from, to)), table)
          .forEach((key, rows) ->
              images.computeIfPresent(key, (asked, absent) -> rows.image(table.dataset())));
    }
    return images;
  }

  /** The row of one key, locked until the transaction ends. */
  Image lock(DSLContext sql, MappedTable table, SharedKey key) throws SQLException {
    return rows(query(sql, table, List.of(key)).forUpdate(), table)
        .getOrDefault(key, new RowsOfKey())
        .image(table.dataset());
  }

  /** Whether a row has the key, be it one that the dataset takes or not. */
  boolean isTaken(DSLContext sql, MappedTable table, SharedKey key) throws SQLException {
    return rows(table.selectFrom(sql).where(having(table, List.of(key))), table).containsKey(key);
  }

  private SelectConditionStep<Record> query(
      DSLContext sql, MappedTable table, List<SharedKey> keys) {
    return table.selectFrom(sql).where(having(table, keys)).and(table.taken());
  }

  private Condition having(MappedTable table, List<SharedKey> keys) {
    return FindKeys.in(dialect.keys(), table, keys);
  }

  private Map<SharedKey, RowsOfKey> rows(ResultQuery<?> query, MappedTable table)
      throws SQLException {
    Map<SharedKey, RowsOfKey> found = new HashMap<>();
    try (var cursor = query.fetchLazy();
        ResultSet rows = cursor.resultSet()) {
      RowDecoder decoder = new RowDecoder(table, dialect.types(), rows);
      while (rows.next()) {
        Optional<SharedKey> key = decoder.key(rows);
        if (key.isPresent()) {
          found.computeIfAbsent(key.get(), first -> new RowsOfKey()).add(decoder.image(rows));
        }
      }
    }
    return found;
  }
}
