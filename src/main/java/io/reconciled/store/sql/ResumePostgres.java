package io.reconciled.store.sql;

import io.reconciled.store.Resumable;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a slot still leads on from a place. The server never says so by itself: it goes on from
 * where the slot was read to, without a word, when an earlier place is asked for.
 */
final class ResumePostgres {
  private static final String SLOT =
      """
      SELECT s.slot_name IS NOT NULL, coalesce(s.wal_status = 'lost', false),
        s.confirmed_flush_lsn - '0/0', e.lsn - '0/0'
      FROM (SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn()
        ELSE pg_current_wal_insert_lsn() END AS lsn) e
      LEFT JOIN pg_replication_slots s
        ON s.slot_name = ? AND s.database = current_database() AND s.plugin = 'pgoutput'\
      """;
  private final Connection connection;
  private final String slot;

  ResumePostgres(Connection connection, String slot) {
    this.connection = connection;
    this.slot = slot;
  }

  Resumable from(Map<String, ?> offset) throws SQLException {
    Optional<Instant> since =
        number(offset, "ts_usec").map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    return lost(offset)
        .<Resumable>map(why -> new Resumable.Lost(why, since))
        .orElseGet(Resumable.FromThere::new);
  }

  private Optional<String> lost(Map<String, ?> offset) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SLOT)) {
      statement.setString(1, slot);
      ResultSet row = statement.executeQuery();
      row.next();
      if (!row.getBoolean(1)) {
        return Optional.of("its replication slot " + slot + " is gone");
      }
      if (row.getBoolean(2)) {
        return Optional.of(
            "its replication slot " + slot + " has lost the log that it should keep");
      }
      return lost(offset, lsn(row, 3), lsn(row, 4));
    }
  }

  private Optional<String> lost(Map<String, ?> offset, long readTo, long end) {
    Optional<Long> place =
        Stream.of("lsn_commit", "lsn_proc", "lsn")
            .flatMap(name -> number(offset, name).stream())
            .findFirst();
    if (place.isEmpty()) {
      return Optional.of("the place on record names none in its log");
    }
    if (Long.compareUnsigned(readTo, place.get()) > 0) {
      return Optional.of(
          "its replication slot %s was read on to %s, past the place on record, %s"
              .formatted(slot, text(readTo), text(place.get())));
    }
    return Long.compareUnsigned(place.get(), end) > 0
        ? Optional.of(
            "its log ends at %s, before the place on record, %s: it was set back"
                .formatted(text(end), text(place.get())))
        : Optional.empty();
  }

  private static Optional<Long> number(Map<String, ?> offset, String name) {
    return offset.get(name) instanceof Number number
        ? Optional.of(number.longValue())
        : Optional.empty();
  }

  private static long lsn(ResultSet row, int column) throws SQLException {
    BigDecimal lsn = row.getBigDecimal(column);
    return lsn == null ? 0 : lsn.longValue();
  }

  private static String text(long lsn) {
    return "%X/%X".formatted(lsn >>> 32, lsn & 0xffffffffL);
  }
}
