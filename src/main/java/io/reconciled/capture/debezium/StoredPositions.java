package io.reconciled.capture.debezium;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.reconciled.capture.Positions;
import io.reconciled.model.StateUnavailable;
import io.reconciled.model.StoreName;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The positions that engines keep in {@link PositionTables}, read and forgotten beside them. */
final class StoredPositions implements Positions {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> OFFSET = new TypeReference<>() {};
  private final StateDatabase database;

  StoredPositions(StateDatabase database) {
    this.database = database;
  }

  @Override
  public Optional<OnRecord> of(StoreName store) {
    String table = PositionTables.positions(store);
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      return exists(connection, table) ? newest(statement, table) : Optional.empty();
    } catch (SQLException failure) {
      throw failed("read", store, failure);
    }
  }

  private static Optional<OnRecord> newest(Statement statement, String table) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            """
            SELECT offset_val, record_insert_ts FROM "%s" WHERE offset_val IS NOT NULL
            ORDER BY record_insert_ts DESC, record_insert_seq DESC\
            """
                .formatted(table))) {
      if (!rows.next()) {
        return Optional.empty();
      }
      Map<String, Object> offset = offset(rows.getString(1));
      return isPlace(offset)
          ? Optional.of(new OnRecord(offset, rows.getTimestamp(2).toInstant()))
          : Optional.empty();
    }
  }

  /** An engine that did not come to the end of its start begins at the end of the log again. */
  private static boolean isPlace(Map<String, Object> offset) {
    boolean starting =
        offset.containsKey("snapshot") && !Boolean.TRUE.equals(offset.get("snapshot_completed"));
    return !starting && !Boolean.TRUE.equals(offset.get("initsync"));
  }

  @Override
  public void forget(StoreName store) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String table : List.of(PositionTables.positions(store), PositionTables.columns(store))) {
        if (exists(connection, table)) {
          statement.executeUpdate("DELETE FROM \"%s\"".formatted(table));
        }
      }
      connection.commit();
    } catch (SQLException failure) {
      throw failed("forget", store, failure);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl(), database.user(), database.password().reveal());
  }

  private static boolean exists(Connection connection, String table) throws SQLException {
    try (ResultSet found = connection.getMetaData().getTables(null, null, table, null)) {
      return found.next();
    }
  }

  private static Map<String, Object> offset(String json) throws SQLException {
    try {
      Map<String, Object> offset = JSON.readValue(json, OFFSET);
      offset.values().removeIf(Objects::isNull);
      return offset;
    } catch (JsonProcessingException notOurs) {
      throw new SQLException("a position that is no JSON", notOurs);
    }
  }

  private static StateUnavailable failed(String doing, StoreName store, SQLException failure) {
    return new StateUnavailable(
        "The state database did not %s the position of store %s (SQL state %s, see the cause)."
                .formatted(doing, store, failure.getSQLState())
            + " Check that it is reachable; it is tried again.",
        failure);
  }
}
