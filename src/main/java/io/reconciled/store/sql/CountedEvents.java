package io.reconciled.store.sql;

import io.reconciled.model.Position;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/**
 * How many events of a binary log an engine has read from the beginning of a transaction on.
 *
 * <p>Where no commit ends one, as with {@code CREATE INDEX}, {@code GRANT} or {@code XA PREPARE},
 * the engine's offset stays at its beginning until the next one begins, and goes on counting: with
 * the signs of life of a server at rest. A server gives those behind a whole transaction only. So
 * who has counted as many events as the transaction has, has read all of it; lines of it that are
 * not sent make that later, never sooner. What a reader is greeted with is counted too, and is no
 * part of it.
 *
 * @param from the offset in the file at which the transaction begins
 */
record CountedEvents(String file, long from, long count) {
  /** So many events are read at most, to find the end of a transaction. */
  private static final int MOST = 1_000;

  /** A server greets a reader with the name of a file, its format, its key and its transactions. */
  private static final int GREETING = 4;

  private static final String BEGINNING = "Gtid";

  /** What an engine's offset says; empty where it is, or may be, between two transactions. */
  static Optional<CountedEvents> of(Map<String, ?> offset) {
    return offset.get("file") instanceof String file
            && offset.get("pos") instanceof Number from
            && offset.get("event") instanceof Number count
            && count.longValue() > GREETING
        ? Optional.of(new CountedEvents(file, from.longValue(), count.longValue()))
        : Optional.empty();
  }

  /** The end of the transaction; empty where it has, or may have, more events than were counted. */
  Optional<Position> end(Connection connection) throws SQLException {
    long most = Math.min(count - GREETING, MOST);
    String ask =
        "SHOW BINLOG EVENTS IN '%s' FROM %d LIMIT %d"
            .formatted(BinaryLogs.quoted(file), from, most + 1);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(ask)) {
      long end = from;
      for (long events = 0; rows.next(); events++) {
        if (events > 0 && BEGINNING.equals(rows.getString("Event_type"))) {
          return at(rows.getLong("Pos"));
        }
        if (events == most) {
          return Optional.empty();
        }
        end = Math.max(end, rows.getLong("End_log_pos"));
      }
      return at(end);
    }
  }

  private Optional<Position> at(long offset) {
    return BinaryLogs.number(file).map(number -> new Position(number, offset));
  }
}
