package io.reconciled.store.sql;

import io.reconciled.model.StoreName;
import io.reconciled.model.encoded.RowWriter;
import io.reconciled.store.sql.copy.CopiedRows;
import io.reconciled.store.sql.copy.CopyMessages;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jooq.DSLContext;
import org.postgresql.PGConnection;

/**
 * Rows by PostgreSQL's binary COPY, which is the fastest that it sends them. A store that answers a
 * query but does not let it be copied, as a pooler may, is asked by a cursor from then on.
 */
final class FetchByCopy implements FetchRows {
  private static final Logger LOG = Logger.getLogger(FetchByCopy.class);

  /** Not supported, no such statement, not allowed, and not in the protocol. */
  private static final Set<String> REFUSALS =
      Set.of("0A000", "42601", "42501", CopyMessages.MALFORMED);

  private final StoreName store;
  private final FetchRows byCursor;
  private volatile boolean copies = true;

  FetchByCopy(StoreName store, FetchRows byCursor) {
    this.store = store;
    this.byCursor = byCursor;
  }

  @Override
  public FetchedRows fetch(SqlStream stream, MappedTable table, RowQuery query)
      throws SQLException {
    if (!copies) {
      return byCursor.fetch(stream, table, query);
    }
    DSLContext sql = stream.sql();
    Connection connection = stream.connection();
    if (!sendsUtf8(connection)) {
      return instead(stream, table, query, "its encoding is not known");
    }
    CopyStatement statement = CopyStatement.of(connection, sql, table, query);
    try {
      return copied(connection, table, statement);
    } catch (SQLException e) {
      if (!REFUSALS.contains(Optional.ofNullable(e.getSQLState()).orElse(""))) {
        throw e;
      }
      stream.close();
      return instead(stream, table, query, "COPY is refused with SQLState " + e.getSQLState());
    }
  }

  private static FetchedRows copied(
      Connection connection, MappedTable table, CopyStatement statement) throws SQLException {
    CopyMessages messages = CopyMessages.of(connection, statement.text());
    try {
      return new Copied(
          connection,
          messages,
          new CopiedRows(messages, table.dataset().keyShape(), statement.fields()));
    } catch (SQLException e) {
      messages.cancel(connection);
      throw e;
    }
  }

  /** The cursor decides whether it is the COPY that cannot be, or the query. */
  private FetchedRows instead(SqlStream stream, MappedTable table, RowQuery query, String why)
      throws SQLException {
    FetchedRows rows = byCursor.fetch(stream, table, query);
    copies = false;
    LOG.infof("store %s is scanned by cursors, not by COPY: %s", store, why);
    return rows;
  }

  /** Text without a known encoding is sent as it is, which may be no UTF-8. */
  private static boolean sendsUtf8(Connection connection) throws SQLException {
    String encoding = connection.unwrap(PGConnection.class).getParameterStatus("server_encoding");
    return encoding != null && !encoding.equals("SQL_ASCII");
  }

  private record Copied(Connection connection, CopyMessages messages, CopiedRows rows)
      implements FetchedRows {
    @Override
    public boolean write(RowWriter writer) throws SQLException {
      return rows.write(writer);
    }

    @Override
    public void abandon() {
      messages.cancel(connection);
    }
  }
}
