package io.reconciled.store.sql;

import java.sql.SQLException;

/** How rows of a scan are fetched: one for each store, for what it finds out of the store. */
@FunctionalInterface
interface FetchRows {
  FetchedRows fetch(SqlStream stream, MappedTable table, RowQuery query) throws SQLException;
}
