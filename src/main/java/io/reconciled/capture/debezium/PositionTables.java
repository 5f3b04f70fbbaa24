package io.reconciled.capture.debezium;

import io.debezium.storage.jdbc.history.JdbcSchemaHistory;
import io.reconciled.model.StoreName;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the engine keeps a store's position, and the history of its tables' columns that reading a
 * binary log needs: two tables per store in the state database.
 *
 * <p>A table per store, because the engine rewrites its table whole. Names are quoted, so that H2
 * and PostgreSQL agree on their case, and hold no underscore, which the engine's look-up of a table
 * would take for any character. A value column is wide: the resume token of a document store
 * contains the document's key, and the engine tries a value that does not fit for ever.
 */
final class PositionTables {
  private static final String COLUMNS = "schema.history.internal.jdbc.";
  private final StateDatabase database;

  PositionTables(StateDatabase database) {
    this.database = database;
  }

  Map<String, String> properties(StoreName store) {
    Map<String, String> properties = new HashMap<>();
    properties.put("offset.storage", KeepPositions.class.getName());
    properties.put(KeepPositions.URL, database.jdbcUrl());
    properties.put(KeepPositions.USER, database.user());
    properties.put(KeepPositions.PASSWORD, database.password().reveal());
    properties.put(KeepPositions.TABLE, positions(store));
    columns(store, properties);
    return properties;
  }

  private void columns(StoreName store, Map<String, String> properties) {
    properties.put("schema.history.internal", JdbcSchemaHistory.class.getName());
    // The columns of a table that is mapped later must be known already: the engine cannot look
    // back.
    properties.put("schema.history.internal.store.only.captured.tables.ddl", "false");
    properties.put("schema.history.internal.store.only.captured.databases.ddl", "true");
    properties.put(COLUMNS + "connection.url", database.jdbcUrl());
    properties.put(COLUMNS + "connection.user", database.user());
    properties.put(COLUMNS + "connection.password", database.password().reveal());
    properties.put(COLUMNS + "table.name", columns(store));
    properties.put(
        COLUMNS + "table.ddl",
        """
        CREATE TABLE IF NOT EXISTS "%s" (
          id VARCHAR(36) NOT NULL,
          history_data VARCHAR(65000),
          history_data_seq INTEGER NOT NULL,
          record_insert_ts TIMESTAMP NOT NULL,
          record_insert_seq INTEGER NOT NULL,
          PRIMARY KEY (id, history_data_seq))\
        """);
    properties.put(
        COLUMNS + "table.select",
        """
        SELECT id, history_data FROM "%s"
        ORDER BY record_insert_ts, record_insert_seq, id, history_data_seq\
        """);
    properties.put(COLUMNS + "table.exists", "SELECT * FROM \"%s\" LIMIT 1");
    properties.put(
        COLUMNS + "table.insert",
        """
        INSERT INTO "%s"
          (id, history_data, history_data_seq, record_insert_ts, record_insert_seq)
        VALUES (?, ?, ?, ?, ?)\
        """);
  }

  /** The table that holds the store's position. */
  static String positions(StoreName store) {
    return "capture-position-" + plain(store);
  }

  /** The table that holds the history of its tables' columns; not every kind of store has one. */
  static String columns(StoreName store) {
    return "capture-columns-" + plain(store);
  }

  /** Letters, digits and hyphens as they are; any other character by its number. */
  static String plain(StoreName store) {
    StringBuilder plain = new StringBuilder();
    store
        .value()
        .codePoints()
        .forEach(c -> {
          if (c == '-' || (c < 128 && Character.isLetterOrDigit(c))) {
            plain.appendCodePoint(c);
          } else {
            plain.append('$').append(Integer.toHexString(c)).append('$');
          }
        });
    return plain.toString();
  }
}
