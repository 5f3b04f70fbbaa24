package io.reconciled.store.sql;

import io.reconciled.model.Image;
import io.reconciled.model.SharedKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SelectConditionStep;

/** Reads the rows of given keys, and leaves out what only the database takes for them. */
final class ReadRows {
  /** More keys than this make a statement that some databases refuse. */
  private static final int KEYS_PER_STATEMENT = 5_000;

  private final Dialect dialect;

  ReadRows(Dialect dialect) {
    this.dialect = dialect;
  }

  Map<SharedKey, Image> read(DSLContext sql, MappedTable table, Collection<SharedKey> keys)
      throws SQLException {
    Map<SharedKey, Image> images = LinkedHashMap.newLinkedHashMap(keys.size());
    keys.forEach(key -> images.put(key, Image.ABSENT));
    List<SharedKey> each = List.copyOf(images.keySet());
    for (int from = 0; from < each.size(); from += KEYS_PER_STATEMENT) {
      int to = Math.min(each.size(), from + KEYS_PER_STATEMENT);
      rows(query(sql, table, each.subList(from, to)), table)
          .forEach(
              (key, rows) -> images.computeIfPresent(key, (asked, absent) -> image(table, rows)));
    }
    return images;
  }

  /** The row of one key, locked until the transaction ends. */
  Image lock(DSLContext sql, MappedTable table, SharedKey key) throws SQLException {
    return Optional.ofNullable(rows(query(sql, table, List.of(key)).forUpdate(), table).get(key))
        .map(rows -> image(table, rows))
        .orElse(Image.ABSENT);
  }

  private SelectConditionStep<Record> query(
      DSLContext sql, MappedTable table, List<SharedKey> keys) {
    return table
        .selectFrom(sql)
        .where(dialect.keys().in(table.key(), table.dataset().keyType(), keys));
  }

  private Map<SharedKey, List<Image.Present>> rows(ResultQuery<?> query, MappedTable table)
      throws SQLException {
    Map<SharedKey, List<Image.Present>> found = new HashMap<>();
    try (var cursor = query.fetchLazy();
        ResultSet rows = cursor.resultSet()) {
      RowDecoder decoder = new RowDecoder(table, dialect.types(), rows);
      while (rows.next()) {
        Optional<SharedKey> key = decoder.key(rows);
        if (key.isPresent()) {
          found.computeIfAbsent(key.get(), first -> new ArrayList<>()).add(decoder.image(rows));
        }
      }
    }
    return found;
  }

  private static Image image(MappedTable table, List<Image.Present> rows) {
    if (table.dataset().severalRows()) {
      return new Image.Several(rows.stream().map(Image.Present::attributes).toList());
    }
    return rows.size() == 1 ? rows.getFirst() : new Image.Duplicate(rows.size());
  }
}
