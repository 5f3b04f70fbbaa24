package io.reconciled.store.sql;

import io.reconciled.store.Load;
import io.reconciled.store.Load.Figure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;

/**
 * What MariaDB and MySQL show of their threads and, on a replica, of their replication.
 *
 * @param showReplica the statement that shows the replication
 * @param right what a user needs for it
 */
record MariaDbLoad(String showReplica, String right) {
  private static final int ACCESS_DENIED = 1227;
  private static final String SESSIONS = "SHOW GLOBAL STATUS LIKE 'Threads_running'";
  private static final List<String> BEHIND =
      List.of("Seconds_Behind_Source", "Seconds_Behind_Master");

  Load of(DSLContext sql, String user) {
    return new Load(sessions(sql), lag(sql, user));
  }

  private static Figure<Integer> sessions(DSLContext sql) {
    int running = sql.resultQuery(SESSIONS).fetchSingle().get(1, Integer.class);
    return new Load.Seen<>(Math.max(0, running - 1));
  }

  private Figure<Duration> lag(DSLContext sql, String user) {
    try {
      Record replica = sql.resultQuery(showReplica).fetchAny();
      return replica == null ? new Load.None<>() : new Load.Seen<>(behind(replica));
    } catch (DataAccessException refused) {
      if (SqlCause.of(refused).getErrorCode() != ACCESS_DENIED) {
        throw refused;
      }
      return new Load.Hidden<>("GRANT %s ON *.* TO '%s';".formatted(right, user));
    }
  }

  private static Duration behind(Record replica) {
    Optional<Long> seconds =
        Stream.of(replica.fields())
            .filter(field -> BEHIND.contains(field.getName()))
            .findFirst()
            .flatMap(field -> seconds(replica, field));
    return seconds.map(Duration::ofSeconds).orElse(Load.STANDS_STILL);
  }

  private static Optional<Long> seconds(Record replica, Field<?> field) {
    return Optional.ofNullable(replica.get(field, Long.class));
  }
}
