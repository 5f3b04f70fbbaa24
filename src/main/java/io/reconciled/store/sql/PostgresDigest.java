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

/** Digests in PostgreSQL. */
final class PostgresDigest implements DigestSql {
  private static final String WHOLE = "'n' || CAST({0} AS text) || ';'";

  /** The text of a number without a scale, as NaN, is as it should be. */
  private static final String NUMBER =
      "'n' || CASE WHEN scale({0}) > 0 THEN rtrim(rtrim(CAST({0} AS text), '0'), '.')"
          + " ELSE CAST({0} AS text) END || ';'";

  private static final String TEXT =
      "'t' || CAST(length(CAST({0} AS text)) AS text) || ':' || CAST({0} AS text)";
  private static final String TRUTH = "CASE WHEN {0} THEN 'b1' ELSE 'b0' END";
  private static final String UUID = "'u' || CAST({0} AS text)";
  private static final String DATE =
      "CASE WHEN isfinite({0}) THEN 'd' || CAST({0} - DATE '1970-01-01' AS text) || ';'"
          + " ELSE {1} END";

  @Override
  public Optional<String> objection(DSLContext sql) {
    String encoding = sql.fetchSingle("SHOW server_encoding").get(0, String.class);
    return encoding.equals("SQL_ASCII")
        ? Optional.of("has texts in no known encoding (SQL_ASCII)")
        : Optional.empty();
  }

  @Override
  public Optional<CanonicalText> text(ResultSet rows, int column, Field<?> unmapped)
      throws SQLException {
    return Optional.ofNullable(
        switch (rows.getMetaData().getColumnTypeName(column)) {
          case "int2", "int4", "int8", "smallserial", "serial", "bigserial" ->
              CanonicalText.ofKey(KeyType.INTEGER, written(WHOLE, unmapped));
          case "numeric" -> CanonicalText.ofValue(written(NUMBER, unmapped));
          case "text", "varchar" -> CanonicalText.ofKey(KeyType.TEXT, written(TEXT, unmapped));
          case "bool" -> CanonicalText.ofValue(written(TRUTH, unmapped));
          case "uuid" -> CanonicalText.ofKey(KeyType.UUID, written(UUID, unmapped));
          case "date" -> CanonicalText.ofValue(written(DATE, unmapped));
          default -> null;
        });
  }

  private static UnaryOperator<Field<?>> written(String present, Field<?> unmapped) {
    String orNull = "CASE WHEN {0} IS NULL THEN '-' ELSE " + present + " END";
    return column -> DSL.field(orNull, String.class, column, unmapped);
  }

  @Override
  public ResultQuery<?> query(
      DSLContext sql,
      MappedTable table,
      Condition within,
      List<? extends Field<?>> texts,
      List<? extends Field<?>> order) {
    Field<?> row = DSL.concat(texts.toArray(Field[]::new));
    Field<?> all =
        DSL.field(
            "string_agg(sha256(convert_to({0}, 'UTF8')), CAST('' AS bytea) ORDER BY {1})",
            byte[].class, row, DSL.list(order));
    return sql.select(
            DSL.count(),
            DSL.countDistinct(table.keyFields().toArray(Field[]::new)),
            DSL.field("encode(sha256(coalesce({0}, CAST('' AS bytea))), 'hex')", String.class, all))
        .from(table.table())
        .where(within);
  }
}
