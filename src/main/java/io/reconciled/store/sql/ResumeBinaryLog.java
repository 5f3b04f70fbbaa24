package io.reconciled.store.sql;

import io.reconciled.store.Resumable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a server's binary log can be read on from a place: a file, an offset in it, and the
 * transactions before it.
 *
 * <p>Another server's log may have a file of that name, and a server that knows nothing of a
 * transaction may accept it as a place to begin. So a log counts as the same one only where the
 * place lies between two of its events, behind the very transactions that are on record; and a
 * server that did not write them itself, a replica, where it has got them all and has purged
 * nothing behind them.
 */
final class ResumeBinaryLog {
  private static final int WRONG_OFFSET = 1220;
  private final Connection connection;
  private final boolean mariaDb;

  /** A file of the log, and how long it is. */
  private record LogFile(String name, long size) {
    long number() {
      return Long.parseLong(name.substring(name.lastIndexOf('.') + 1));
    }
  }

  /**
   * @param mariaDb whether it is one, or a MySQL
   */
  ResumeBinaryLog(Connection connection, boolean mariaDb) {
    this.connection = connection;
    this.mariaDb = mariaDb;
  }

  Resumable from(Map<String, ?> offset) throws SQLException {
    Optional<Instant> since =
        offset.get("ts_sec") instanceof Number seconds && seconds.longValue() > 0
            ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
            : Optional.empty();
    return lost(offset)
        .<Resumable>map(why -> new Resumable.Lost(why, since))
        .orElseGet(Resumable.FromThere::new);
  }

  private Optional<String> lost(Map<String, ?> offset) throws SQLException {
    if (!(offset.get("file") instanceof String file && offset.get("pos") instanceof Number pos)) {
      return Optional.of("the place on record names none in its binary log");
    }
    String gtids = offset.get("gtids") instanceof String text ? text : "";
    List<LogFile> files = files();
    boolean there =
        files.stream().anyMatch(at -> at.name().equals(file) && at.size() >= pos.longValue())
            && isBetweenEvents(file, pos.longValue());
    if (gtids.isBlank()) {
      return there ? Optional.empty() : gone(file, files);
    }
    return mariaDb
        ? lostInMariaDb(there, file, pos.longValue(), gtids, files)
        : lostInMySql(file, gtids, files);
  }

  private Optional<String> lostInMariaDb(
      boolean there, String file, long pos, String gtids, List<LogFile> files) throws SQLException {
    GtidPosition place = GtidPosition.parse(gtids);
    if (there && GtidPosition.parse(gtidsBefore(file, pos)).isAtOrNext(place)) {
      return Optional.empty();
    }
    long server = Long.parseLong(value("@@global.server_id"));
    boolean known = GtidPosition.parse(value("@@global.gtid_binlog_state")).reaches(place);
    GtidPosition purged = files.isEmpty() ? place : purged(files.getFirst());
    if (known && !place.has(server) && purged.isWithin(place)) {
      return Optional.empty();
    }
    boolean nothingBetween = known && purged.equals(place) && isOlder(file, files);
    return nothingBetween ? Optional.empty() : gone(file, files);
  }

  private Optional<String> lostInMySql(String file, String gtids, List<LogFile> files)
      throws SQLException {
    String ask =
        "SELECT GTID_SUBSET(?, @@global.gtid_executed) AND GTID_SUBSET(@@global.gtid_purged, ?)";
    try (PreparedStatement statement = connection.prepareStatement(ask)) {
      statement.setString(1, gtids);
      statement.setString(2, gtids);
      ResultSet row = statement.executeQuery();
      return row.next() && row.getBoolean(1) ? Optional.empty() : gone(file, files);
    }
  }

  private static Optional<String> gone(String file, List<LogFile> files) {
    if (files.isEmpty()) {
      return Optional.of("its server writes no binary log any more");
    }
    return Optional.of(
        isOlder(file, files)
            ? "its binary log begins with %s, %s was purged"
                .formatted(files.getFirst().name(), file)
            : "its binary log is another than the one that was read up to " + file);
  }

  private static boolean isOlder(String file, List<LogFile> files) {
    return !files.isEmpty() && new LogFile(file, 0).number() < files.getFirst().number();
  }

  private List<LogFile> files() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW BINARY LOGS")) {
      List<LogFile> files = new ArrayList<>();
      while (rows.next()) {
        files.add(new LogFile(rows.getString(1), rows.getLong(2)));
      }
      return files;
    }
  }

  /** The server refuses to read from the middle of an event. */
  private boolean isBetweenEvents(String file, long pos) throws SQLException {
    String ask =
        "SHOW BINLOG EVENTS IN '%s' FROM %d LIMIT 1".formatted(BinaryLogs.quoted(file), pos);
    try (Statement statement = connection.createStatement()) {
      statement.executeQuery(ask);
      return true;
    } catch (SQLException refused) {
      if (refused.getErrorCode() == WRONG_OFFSET) {
        return false;
      }
      throw refused;
    }
  }

  /** Reads the file up to there, which may take longer than other questions. */
  private String gtidsBefore(String file, long pos) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT BINLOG_GTID_POS(?, ?)")) {
      statement.setString(1, file);
      statement.setLong(2, pos);
      ResultSet row = statement.executeQuery();
      return row.next() ? String.valueOf(row.getString(1)) : "";
    }
  }

  /** What was written before the oldest file that is left: a file begins with that. */
  private GtidPosition purged(LogFile oldest) throws SQLException {
    String ask = "SHOW BINLOG EVENTS IN '%s' LIMIT 5".formatted(BinaryLogs.quoted(oldest.name()));
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(ask)) {
      while (rows.next()) {
        if ("Gtid_list".equals(rows.getString("Event_type"))) {
          return GtidPosition.parse(rows.getString("Info"));
        }
      }
      return new GtidPosition(Map.of());
    }
  }

  private String value(String variable) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT " + variable)) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
    }
  }
}
