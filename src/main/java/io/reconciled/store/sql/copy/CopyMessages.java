package io.reconciled.store.sql.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.util.ByteConverter;

/**
 * What a server sends for a COPY: one message after the other, each of whole rows. Whatever is not
 * as the format has it is an error, so that a stream that was cut is never taken for a shorter one.
 */
public final class CopyMessages {
  /** The SQLState of a violation of the protocol. */
  public static final String MALFORMED = "08P01";

  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0
  };
  private static final int HEADER = SIGNATURE.length + 2 * Integer.BYTES;
  private static final int BINARY = 1;
  private final CopyOut copy;

  CopyMessages(CopyOut copy) {
    this.copy = copy;
  }

  /**
   * Begins to copy.
   *
   * @param statement a COPY to standard output, in binary
   */
  public static CopyMessages of(Connection connection, String statement) throws SQLException {
    PGConnection own = connection.unwrap(PGConnection.class);
    CopyMessages messages = new CopyMessages(own.getCopyAPI().copyOut(statement));
    if (messages.copy.getFormat() != BINARY) {
      messages.cancel(connection);
      throw malformed("text");
    }
    return messages;
  }

  byte[] next() throws SQLException {
    byte[] message = copy.readFromCopy();
    if (message == null) {
      throw malformed("an end without its mark");
    }
    return message;
  }

  /** After the last row. */
  void end() throws SQLException {
    boolean ended = copy.readFromCopy() == null;
    require(ended, "data after the end");
  }

  /** Has the server send no more; where it does not agree, ends the connection. */
  public void cancel(Connection connection) {
    if (!copy.isActive()) {
      return;
    }
    try {
      copy.cancelCopy();
    } catch (SQLException refused) {
      abort(connection);
    }
  }

  /** Past the pool, which loses count of a connection that is aborted through it. */
  private static void abort(Connection connection) {
    try {
      connection.unwrap(PgConnection.class).abort(Runnable::run);
    } catch (SQLException gone) {
      // Nobody can end it more than that.
    }
  }

  /** Where the first row of the first message begins. */
  static int endOfHeader(byte[] first) throws SQLException {
    require(
        first.length >= HEADER
            && Arrays.equals(SIGNATURE, 0, SIGNATURE.length, first, 0, SIGNATURE.length),
        "no header");
    int flags = ByteConverter.int4(first, SIGNATURE.length);
    int extension = ByteConverter.int4(first, SIGNATURE.length + Integer.BYTES);
    require(flags == 0 && extension == 0, "a header that is not known");
    return HEADER;
  }

  static void require(boolean so, String otherwise) throws SQLException {
    if (!so) {
      throw malformed(otherwise);
    }
  }

  private static SQLException malformed(String what) {
    return new SQLException("COPY sent " + what, MALFORMED);
  }
}
