package io.reconciled.store.sql;

import io.reconciled.model.Image;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoredKey;
import io.reconciled.model.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decodes the rows of one result of {@link MappedTable#selectFrom}. */
final class RowDecoder {
  private final MappedTable table;
  private final int keys;
  private final List<String> attributes;
  private final List<ColumnReader> readers = new ArrayList<>();

  RowDecoder(MappedTable table, ColumnTypes types, ResultSet rows) throws SQLException {
    this.table = table;
    this.keys = table.dataset().keyFields().size();
    this.attributes = table.attributes();
    int columns = rows.getMetaData().getColumnCount();
    for (int column = 1; column <= columns; column++) {
      readers.add(types.reader(rows, column));
    }
  }

  Optional<SharedKey> key(ResultSet row) throws SQLException {
    return StoredKey.keyOf(table.dataset().keyShape(), storedKey(row));
  }

  Image.Present image(ResultSet row) throws SQLException {
    Map<String, Value> values = HashMap.newHashMap(attributes.size());
    for (int i = 0; i < attributes.size(); i++) {
      values.put(attributes.get(i), read(row, keys + i));
    }
    return new Image.Present(values);
  }

  private List<Value> storedKey(ResultSet row) throws SQLException {
    List<Value> stored = new ArrayList<>(keys);
    for (int i = 0; i < keys; i++) {
      stored.add(read(row, i));
    }
    return stored;
  }

  private Value read(ResultSet row, int index) throws SQLException {
    try {
      return readers.get(index).read(row, index + 1);
    } catch (SQLException | RuntimeException failed) {
      return Unreadable.of(row, index + 1, failed);
    }
  }
}
