package io.reconciled.store.sql;

import io.reconciled.model.Image;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import io.reconciled.store.ScannedRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decodes the rows of one result of {@link MappedTable#selectFrom}. */
final class RowDecoder {
  private static final int KEY = 1;
  private static final int FIRST_ATTRIBUTE = 2;
  private final MappedTable table;
  private final List<String> attributes;
  private final List<ColumnReader> readers = new ArrayList<>();

  RowDecoder(MappedTable table, ColumnTypes types, ResultSet rows) throws SQLException {
    this.table = table;
    this.attributes = table.attributes();
    int columns = rows.getMetaData().getColumnCount();
    for (int column = KEY; column <= columns; column++) {
      readers.add(types.reader(rows, column));
    }
  }

  ScannedRow row(ResultSet row) throws SQLException {
    Value stored = storedKey(row);
    Optional<SharedKey> key = table.dataset().keyType().keyOf(stored);
    return key.isPresent()
        ? new ScannedRow.Keyed(key.get(), image(row))
        : new ScannedRow.Keyless(whyKeyless(stored));
  }

  Optional<SharedKey> key(ResultSet row) throws SQLException {
    return table.dataset().keyType().keyOf(storedKey(row));
  }

  Image.Present image(ResultSet row) throws SQLException {
    Map<String, Value> values = HashMap.newHashMap(attributes.size());
    for (int i = 0; i < attributes.size(); i++) {
      int column = FIRST_ATTRIBUTE + i;
      values.put(attributes.get(i), readers.get(column - KEY).read(row, column));
    }
    return new Image.Present(values);
  }

  private Value storedKey(ResultSet row) throws SQLException {
    return readers.getFirst().read(row, KEY);
  }

  private static String whyKeyless(Value stored) {
    return switch (stored) {
      case Value.Null() -> "null key";
      case Value.Unmapped(String type) -> "key of type " + type;
      default ->
          "key of type " + stored.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    };
  }
}
