package io.reconciled.store.sql;

import io.reconciled.store.ThisProcess;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * Who reads a slot at this moment. Of other roles' sessions a server shows only the process.
 *
 * @param name as its session is named
 * @param daemons the daemons whose other sessions come from the same address; empty text where
 *     there are none but this one
 * @param from its address
 * @param since when its session began
 */
record SlotHolder(int process, String name, String daemons, String from, String since) {
  /** The engine gives its session a name of its own; the daemon's other sessions tell whose. */
  private static final String HOLDER =
      """
      SELECT s.active_pid, coalesce(nullif(a.application_name, ''), 'unnamed'),
        (SELECT coalesce(string_agg(DISTINCT o.application_name, ', '), '')
          FROM pg_stat_activity o
          WHERE o.application_name LIKE 'reconciled %' AND o.application_name <> ?
            AND o.datname = a.datname AND o.usename = a.usename
            AND o.client_addr IS NOT DISTINCT FROM a.client_addr),
        CASE WHEN a.backend_start IS NULL THEN 'unknown'
          ELSE coalesce(host(a.client_addr), 'a local socket') END,
        coalesce(to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
          'unknown')
      FROM pg_replication_slots s LEFT JOIN pg_stat_activity a ON a.pid = s.active_pid
      WHERE s.slot_name = ? AND s.active_pid IS NOT NULL\
      """;

  static Optional<SlotHolder> of(DSLContext sql, String slot) {
    return sql.resultQuery(HOLDER, ThisProcess.inWords(), slot)
        .fetchOptional()
        .map(SlotHolder::read);
  }

  private static SlotHolder read(Record row) {
    return new SlotHolder(
        row.get(0, Integer.class),
        row.get(1, String.class),
        row.get(2, String.class),
        row.get(3, String.class),
        row.get(4, String.class));
  }

  /**
   * {@code process 4711 (Debezium Streaming of reconciled host-a:17, from 10.0.0.7, since
   * 2026-01-31T12:00:00Z)}.
   */
  @Override
  public String toString() {
    String whose = daemons.isEmpty() ? name : name + " of " + daemons;
    return "process %d (%s, from %s, since %s)".formatted(process, whose, from, since);
  }
}
