package io.reconciled.store.sql;

import io.reconciled.model.encoded.RowWriter;
import java.sql.SQLException;

/** The rows of one query of a scan. */
interface FetchedRows {
  /** Writes the next row; false at the end, by which the connection is free for other work. */
  boolean write(RowWriter writer) throws SQLException;

  /** Makes the connection fit to be ended, before all rows were written. */
  void abandon();
}
