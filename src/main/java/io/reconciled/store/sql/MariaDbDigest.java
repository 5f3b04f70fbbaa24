package io.reconciled.store.sql;

import io.reconciled.model.KeyType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;

/**
 * Digests in MariaDB. All texts are bytes, so that no collation of a column has a say. What the
 * server cuts, or leaves out because it grew too large, is known by its length: every row adds as
 * many bytes as every other.
 */
final class MariaDbDigest implements DigestSql {
  /** Bytes of all digests of rows together; must be less than a packet may have. */
  static final int MOST_BYTES = 12_000_000;

  private static final int BYTES_PER_ROW = 32;
  private static final Field<Long> ROWS = DSL.field(DSL.name("counted"), Long.class);
  private static final Field<Long> KEYS = DSL.field(DSL.name("told apart"), Long.class);
  private static final Field<byte[]> DIGESTS = DSL.field(DSL.name("digests"), byte[].class);

  /** Zero is added to be rid of ZEROFILL. */
  private static final String WHOLE = "CONCAT('n', {0} + 0, ';')";

  private static final String NUMBER =
      "CONCAT('n', CASE WHEN LOCATE('.', CAST({0} AS CHAR)) > 0"
          + " THEN TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM CAST({0} AS CHAR)))"
          + " ELSE CAST({0} AS CHAR) END, ';')";

  private static final String TEXT =
      "CONCAT('t', CHAR_LENGTH(CONVERT({0} USING utf8mb4)), ':',"
          + " CAST(CONVERT({0} USING utf8mb4) AS BINARY))";

  /** A column meant for a truth may hold any small number. */
  private static final String TRUTH =
      "CASE {0} WHEN 1 THEN 'b1' WHEN 0 THEN 'b0' ELSE CONCAT('n', {0} + 0, ';') END";

  private static final String UUID = "CONCAT('u', CAST({0} AS CHAR))";

  /** Dates that there are not, some of whose parts may be zero, are no values. */
  private static final String DATE =
      "CASE WHEN YEAR({0}) > 0 AND MONTH({0}) > 0 AND DAYOFMONTH({0}) > 0"
          + " AND FROM_DAYS(TO_DAYS({0})) = {0} THEN CONCAT('d', TO_DAYS({0}) - 719528, ';')"
          + " ELSE {1} END";

  @Override
  public Optional<String> objection(DSLContext sql) {
    return Optional.empty();
  }

  @Override
  public Optional<CanonicalText> text(ResultSet rows, int column, Field<?> unmapped)
      throws SQLException {
    return Optional.ofNullable(
        switch (MariaDbColumn.type(rows, column)) {
          case "BOOLEAN" -> CanonicalText.ofValue(written(TRUTH, unmapped));
          case "TINYINT" ->
              rows.getMetaData().getPrecision(column) == 1
                  ? CanonicalText.ofValue(written(TRUTH, unmapped))
                  : CanonicalText.ofKey(KeyType.INTEGER, written(WHOLE, unmapped));
          case "SMALLINT", "MEDIUMINT", "INTEGER", "INT", "BIGINT" ->
              CanonicalText.ofKey(KeyType.INTEGER, written(WHOLE, unmapped));
          case "DECIMAL" -> CanonicalText.ofValue(written(NUMBER, unmapped));
          case "VARCHAR", "TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT" ->
              CanonicalText.ofKey(KeyType.TEXT, written(TEXT, unmapped));
          case "UUID" -> CanonicalText.ofKey(KeyType.UUID, written(UUID, unmapped));
          case "DATE" -> CanonicalText.ofValue(written(DATE, unmapped));
          default -> null;
        });
  }

  /** A date of zeros counts as null, but its text does not. */
  private static UnaryOperator<Field<?>> written(String present, Field<?> unmapped) {
    String orNull = "CASE WHEN CAST({0} AS CHAR) IS NULL THEN '-' ELSE " + present + " END";
    return column -> DSL.field(orNull, String.class, column, unmapped);
  }

  @Override
  public ResultQuery<?> query(
      DSLContext sql,
      MappedTable table,
      Condition within,
      List<? extends Field<?>> texts,
      List<? extends Field<?>> order) {
    Field<?> row = DSL.field("CONCAT({0})", byte[].class, DSL.list(texts));
    Field<?> all =
        DSL.field(
            "GROUP_CONCAT(UNHEX(SHA2({0}, 256)) ORDER BY {1} SEPARATOR '')",
            byte[].class, row, DSL.list(order));
    Field<?> keys = DSL.countDistinct(table.keyFields().toArray(Field[]::new));
    Field<?> complete =
        DSL.field(
            "CASE WHEN COALESCE(LENGTH({0}), 0) = {1} * {2} THEN SHA2(COALESCE({0}, ''), 256) END",
            String.class, DIGESTS, ROWS, DSL.inline(BYTES_PER_ROW));
    return sql.select(ROWS, KEYS, complete)
        .from(
            sql.select(DSL.count().as(ROWS), keys.as(KEYS), all.as(DIGESTS))
                .from(table.table())
                .where(within)
                .asTable("digested"));
  }
}
