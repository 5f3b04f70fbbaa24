package io.reconciled.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ResultQuery;

/** How a database digests rows in its own SQL. */
interface DigestSql {
  /** What keeps this database from it as it is set up; follows a dataset's name. */
  Optional<String> objection(DSLContext sql);

  /**
   * How a column of a result is written; empty where its type is not on the list of those whose
   * texts are proven to agree with other databases'.
   *
   * @param unmapped stands for values that have no canonical form
   */
  Optional<CanonicalText> text(ResultSet rows, int column, Field<?> unmapped) throws SQLException;

  /**
   * Selects, in one row: the number of rows, that of distinct keys, and the digest, in hexadecimal
   * and in full, of the digests of all rows; null where that could not be held.
   *
   * @param texts one after the other they are the text of a row
   * @param order the key in the order of shared keys
   */
  ResultQuery<?> query(
      DSLContext sql,
      MappedTable table,
      Condition within,
      List<? extends Field<?>> texts,
      List<? extends Field<?>> order);
}
