package io.reconciled.store.sql;

import io.reconciled.model.Dataset;
import io.reconciled.model.KeyForm;
import io.reconciled.model.KeyType;
import io.reconciled.store.Container;
import io.reconciled.store.StoreComplaint;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What exists in a database, and what its user may do there. Changes nothing. */
interface Catalog {
  /** All tables, their paths joined with dots. */
  List<String> tables();

  /** All tables and views that the user may read, with the columns that may be read. */
  List<Container> containers();

  /** Column names and types; empty where there is no such table, or none that may be seen. */
  Optional<Map<String, String>> columns(List<String> table);

  /**
   * By column, what is another text once the column, or the whole table, was replaced or retyped.
   */
  Map<String, String> marks(List<String> table);

  /** What columns of the type hold: the same word for types that hold the same kind of values. */
  String kind(String columnType);

  /** The statement that lets the user read the table; empty where it may be read. */
  Optional<String> grantMissing(Dataset dataset) throws SQLException;

  /** The columns of each index that covers every row, in their order. */
  List<List<String>> indexes(List<String> table);

  /** In what order the key's columns are kept. */
  FoundOrdering ordering(Dataset dataset);

  /** The form in which a column of the type holds such keys; empty where it cannot. */
  Optional<KeyForm> form(KeyType keys, String columnType);

  /** Whether it is a view, or something else whose changes no log has. */
  boolean isView(List<String> table);

  /** What keeps the server, or these tables, from being captured. */
  List<StoreComplaint> capture(List<Dataset> datasets);
}
