package io.reconciled.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.reconciled.capture.debezium.StateDatabase;
import io.reconciled.model.Position;
import io.reconciled.store.ChangeFeed;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/** The position of a store as it is on record, which is where following would go on. */
record StoredPosition(StateDatabase state, FollowedStore store) {

  /** Empty while there is none. */
  Optional<Position> position() {
    ChangeFeed feed = store.feed();
    return offset().flatMap(feed::position);
  }

  Optional<Map<String, Object>> offset() {
    String sql =
        "SELECT offset_val FROM \"capture-position-%s\""
            .formatted(store.settings().name().value().replace("_", "$5f$"));
    try (Connection connection =
            DriverManager.getConnection(state.jdbcUrl(), state.user(), state.password().reveal());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? Optional.of(parse(rows.getString(1))) : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> parse(String offset) {
    try {
      return new ObjectMapper().readValue(offset, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(offset, e);
    }
  }
}
