package io.reconciled.store.sql;

import io.reconciled.store.Load;
import io.reconciled.store.Load.Figure;
import java.time.Duration;
import org.jooq.DSLContext;
import org.jooq.Record;

/** What PostgreSQL shows of its sessions and, on a standby, of its replay. */
final class PostgresLoad {
  /** Without the right to see what others do, their rows are there, and say nothing. */
  private static final String SESSIONS =
      "SELECT pg_has_role('pg_read_all_stats', 'USAGE'), count(*) FROM pg_stat_activity"
          + " WHERE state IN ('active', 'fastpath function call') AND pid <> pg_backend_pid()"
          + " AND backend_type = 'client backend'";

  /**
   * Milliseconds. The time of the last replay ages while nothing happens: as long as the log comes
   * in, what is replayed to its end is up to date.
   */
  private static final String LAG =
      "SELECT pg_is_in_recovery(), CAST(CASE WHEN pg_last_wal_receive_lsn() ="
          + " pg_last_wal_replay_lsn() AND EXISTS (SELECT FROM pg_stat_wal_receiver) THEN 0"
          + " ELSE EXTRACT(EPOCH FROM clock_timestamp() - pg_last_xact_replay_timestamp()) * 1000"
          + " END AS bigint)";

  private PostgresLoad() {}

  static Load of(DSLContext sql, String user) {
    return new Load(sessions(sql, user), lag(sql));
  }

  private static Figure<Integer> sessions(DSLContext sql, String user) {
    Record row = sql.resultQuery(SESSIONS).fetchSingle();
    return row.get(0, Boolean.class)
        ? new Load.Seen<>(row.get(1, Integer.class))
        : new Load.Hidden<>("GRANT pg_read_all_stats TO " + PostgresCatalog.quote(user) + ";");
  }

  private static Figure<Duration> lag(DSLContext sql) {
    Record row = sql.resultQuery(LAG).fetchSingle();
    Long millis = row.get(1, Long.class);
    if (!row.get(0, Boolean.class)) {
      return new Load.None<>();
    }
    return new Load.Seen<>(millis == null ? Load.STANDS_STILL : Duration.ofMillis(millis));
  }
}
