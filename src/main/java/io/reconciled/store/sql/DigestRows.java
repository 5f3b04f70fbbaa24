package io.reconciled.store.sql;

import io.reconciled.model.Dataset;
import io.reconciled.model.KeyRange;
import io.reconciled.model.KeyType;
import io.reconciled.store.Digest;
import io.reconciled.store.Scan.Order;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Has a database digest the rows of a dataset's ranges. */
final class DigestRows {
  private static final int HEX_DIGITS = 32;
  private final DigestSql digests;
  private final Dialect dialect;
  private final MappedTable table;
  private final List<Field<?>> columns = new ArrayList<>();

  DigestRows(DigestSql digests, Dialect dialect, MappedTable table, List<String> attributes) {
    this.digests = digests;
    this.dialect = dialect;
    this.table = table;
    columns.addAll(table.keyFields());
    attributes.forEach(attribute -> columns.add(table.attribute(attribute)));
  }

  /** What keeps it from doing so, in words that follow the dataset's name. */
  Optional<String> objection(DSLContext sql) throws SQLException {
    Optional<String> objection = digests.objection(sql);
    return objection.isPresent() ? objection : texts(sql).objection();
  }

  Digest of(DSLContext sql, KeyRange range) throws SQLException {
    Texts texts = texts(sql);
    if (texts.objection().isPresent() || (range.from().isEmpty() && isAnyKeyless(sql))) {
      return Digest.NONE;
    }
    KeyRangeSql keys = new KeyRangeSql(dialect.keys(), table, Order.SHARED_KEY);
    Record found =
        digests
            .query(sql, table, keys.within(range), texts.written(), keys.ordered())
            .fetchSingle();
    long rows = found.get(0, Long.class);
    boolean once = rows == found.get(1, Long.class);
    return new Digest(
        rows,
        Optional.ofNullable(found.get(2, String.class))
            .filter(complete -> once)
            .map(complete -> complete.substring(0, HEX_DIGITS)));
  }

  private boolean isAnyKeyless(DSLContext sql) {
    return sql.selectOne()
        .from(table.table())
        .where(DSL.or(table.keyFields().stream().map(Field::isNull).toList()))
        .and(table.taken())
        .limit(1)
        .fetchOptional()
        .isPresent();
  }

  /**
   * How the columns are written.
   *
   * @param objection why some cannot be
   */
  private record Texts(List<Field<?>> written, Optional<String> objection) {}

  private Texts texts(DSLContext sql) throws SQLException {
    List<Field<?>> written = new ArrayList<>();
    try (var none = sql.select(columns).from(table.table()).limit(0).fetchLazy();
        ResultSet described = none.resultSet()) {
      for (int i = 0; i < columns.size(); i++) {
        Optional<CanonicalText> text = digests.text(described, i + 1, unmapped());
        Optional<KeyType> key = key(i);
        if (text.isEmpty() || (key.isPresent() && !text.get().key().equals(key))) {
          return new Texts(
              List.of(),
              Optional.of(
                  "has %s of type %s, for which no text is proven"
                      .formatted(
                          columns.get(i).getName(),
                          described.getMetaData().getColumnTypeName(i + 1))));
        }
        written.add(orNoKey(key, columns.get(i), text.get().of().apply(columns.get(i))));
      }
    }
    return new Texts(written, Optional.empty());
  }

  /** The type of the key's part that a column is. */
  private Optional<KeyType> key(int column) {
    List<KeyType> parts = table.dataset().keyShape().parts();
    return column < parts.size() ? Optional.of(parts.get(column)) : Optional.empty();
  }

  /** A whole number without a sign may be too large for a key. */
  private Field<?> orNoKey(Optional<KeyType> key, Field<?> column, Field<?> text) {
    return key.equals(Optional.of(KeyType.INTEGER))
        ? DSL.field(
            "CASE WHEN {0} > {1} THEN {2} ELSE {3} END",
            String.class, column, DSL.inline(Long.MAX_VALUE), unmapped(), text)
        : text;
  }

  private Field<?> unmapped() {
    Dataset dataset = table.dataset();
    return DSL.inline("x%d:%s".formatted(dataset.name().value().length(), dataset.name()));
  }
}
