package io.reconciled.bench;

import io.reconciled.servers.Database;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Binary COPY. */
final class PostgresStream implements NativeStream {
  private static final int HEADER = 19;
  private static final int END = -1;
  private final Connection connection;
  private final CopyOut copy;
  private boolean started;

  /**
   * @param ordered whether rows come in the order of the key
   */
  PostgresStream(Database database, boolean ordered) throws SQLException {
    this.connection = database.connect();
    this.copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut(
                "COPY (SELECT id, msisdn, status, tariff, balance, updated FROM subscriber%s)"
                        .formatted(ordered ? " ORDER BY id" : "")
                    + " TO STDOUT (FORMAT BINARY)");
  }

  @Override
  public long drain() throws SQLException {
    long messages = 0;
    while (copy.readFromCopy() != null) {
      messages++;
    }
    return messages - 1;
  }

  /** Each message is a row; the header comes before the first, and the trailer is one by itself. */
  @Override
  public boolean fill(Batch batch) throws SQLException {
    while (!batch.isFull() && copy.isActive()) {
      byte[] message = copy.readFromCopy();
      if (message == null) {
        break;
      }
      int at = started ? 0 : HEADER;
      started = true;
      ByteBuffer row = ByteBuffer.wrap(message);
      if (row.getShort(at) != END) {
        int key = at + Short.BYTES + Integer.BYTES;
        batch.row(row.getLong(key));
        int rest = key + Long.BYTES;
        batch.column(message, rest, message.length - rest);
      }
    }
    return batch.rows() > 0;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
