package io.reconciled.store.sql;

import io.reconciled.model.encoded.ValueBytes;
import io.reconciled.store.sql.prepared.DecimalField;
import io.reconciled.store.sql.prepared.MomentField;
import io.reconciled.store.sql.prepared.PreparedField;
import io.reconciled.store.sql.prepared.RealField;
import io.reconciled.store.sql.prepared.RowBytes;
import io.reconciled.store.sql.prepared.TextField;
import io.reconciled.store.sql.prepared.WholeField;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.mariadb.jdbc.client.DataType;

/** The columns of a result of MariaDB or MySQL, encoded from the bytes of each of its rows. */
final class PreparedColumns implements ColumnWriters {
  private final RowBytes row;
  private final ColumnTypes types;

  /**
   * @param types what reads a field that has no short way
   */
  PreparedColumns(RowBytes row, ColumnTypes types) {
    this.row = row;
    this.types = types;
  }

  /**
   * Writers that must write every field of a row, from left to right, up to the last they write.
   */
  @Override
  public ColumnWriter writer(ResultSet rows, int column) throws SQLException {
    ColumnReader reader = types.reader(rows, column);
    PreparedField field = field(rows, column);
    return (result, at, sink) -> {
      if (row.isNull(column)) {
        ValueBytes.putNull(sink);
      } else if (!field.put(row, sink)) {
        ValueBytes.put(reader.read(result, at), sink);
      }
    };
  }

  private static PreparedField field(ResultSet rows, int column) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    boolean signed = columns.isSigned(column);
    return switch (MariaDbColumn.type(rows, column)) {
      case "BOOLEAN" -> WholeField.truths(signed);
      case "TINYINT" ->
          columns.getPrecision(column) == 1
              ? WholeField.truths(signed)
              : WholeField.of(Byte.BYTES, signed);
      case "SMALLINT" -> WholeField.of(Short.BYTES, signed);
      case "MEDIUMINT", "INTEGER", "INT" -> WholeField.of(Integer.BYTES, signed);
      case "BIGINT" -> WholeField.of(Long.BYTES, signed);
      case "FLOAT" -> RealField::putFloat;
      case "DOUBLE" -> RealField::putDouble;
      case "DECIMAL" -> DecimalField::put;
      case "CHAR" -> TextField::putUnpadded;
      case "VARCHAR", "TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT" -> TextField::putText;
      case "ENUM" -> TextField::putLabel;
      case "BINARY", "VARBINARY", "TINYBLOB", "BLOB", "MEDIUMBLOB", "LONGBLOB" ->
          TextField::putBytes;
      case "TIMESTAMP" -> MomentField.timestamp(columns.getScale(column));
      case "DATETIME" -> MomentField.datetime(columns.getScale(column));
      default -> skipped(MariaDbColumn.sentAs(rows, column));
    };
  }

  private static PreparedField skipped(DataType sentAs) {
    return switch (sentAs) {
      case TINYINT -> PreparedField.skipped(Byte.BYTES);
      case SMALLINT, YEAR -> PreparedField.skipped(Short.BYTES);
      case MEDIUMINT, INTEGER, FLOAT -> PreparedField.skipped(Integer.BYTES);
      case BIGINT, DOUBLE -> PreparedField.skipped(Long.BYTES);
      default -> PreparedField.skipped();
    };
  }
}
