package io.reconciled.store.sql;

import io.reconciled.model.Dataset;

/** A table's name in a statement: quoted, whatever it contains. */
record PostgresTable(String schema, String name) implements Comparable<PostgresTable> {

  static PostgresTable of(Dataset dataset) {
    return new PostgresTable(
        CapturedTables.outer(dataset, "public"), CapturedTables.table(dataset));
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public int compareTo(PostgresTable other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return quoted(schema) + "." + quoted(name);
  }
}
