package io.reconciled.store.sql;

import io.reconciled.store.KeptLog;
import io.reconciled.store.StoreSettings;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The write-ahead log that a server keeps for the daemon's slot. */
final class PostgresKeptLog {
  /** A slot that has lost its log keeps none, and has no restart_lsn. */
  private static final String KEPT =
      """
      SELECT CAST(pg_wal_lsn_diff(ends.at, s.restart_lsn) AS bigint),
        CAST(pg_wal_lsn_diff(ends.at, s.confirmed_flush_lsn) AS bigint)
      FROM pg_replication_slots s, (SELECT CASE WHEN pg_is_in_recovery()
        THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END AS at) ends
      WHERE s.slot_name = ? AND s.database = current_database()\
      """;

  private PostgresKeptLog() {}

  static KeptLog of(StoreSettings settings) {
    try (SqlConnections connections = new SqlConnections(settings, new PostgresDialect())) {
      return connections.ask(
          "tell how much log it keeps",
          sql ->
              sql.resultQuery(KEPT, PostgresSlot.name(settings.name()))
                  .fetchOptional()
                  .map(PostgresKeptLog::read)
                  .orElse(KeptLog.UNKNOWN));
    }
  }

  /** Writes a mark that this database's readers pass, so that they pass what others wrote. */
  static void mark(StoreSettings settings) {
    try (SqlConnections connections = new SqlConnections(settings, new PostgresDialect())) {
      connections.ask("mark the end of its log", new PostgresDialect()::head);
    }
  }

  private static KeptLog read(Record slot) {
    return new KeptLog(
        bytes(slot.get(0, Long.class)), bytes(slot.get(1, Long.class)), Optional.empty());
  }

  private static OptionalLong bytes(@Nullable Long difference) {
    return difference == null ? OptionalLong.empty() : OptionalLong.of(Math.max(0, difference));
  }
}
