package io.reconciled.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes the writers of a result's columns. */
@FunctionalInterface
interface ColumnWriters {
  /**
   * To be called for all columns from left to right.
   *
   * @param column counted from 1
   */
  ColumnWriter writer(ResultSet rows, int column) throws SQLException;
}
