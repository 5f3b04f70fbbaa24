package io.reconciled.store.sql;

import io.reconciled.model.StoreName;
import io.reconciled.store.Leftover;
import io.reconciled.store.Leftovers;
import io.reconciled.store.StoreSettings;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/**
 * The slot and the publication of a store. Where the name belongs to another database of the
 * server, the slot is not ours, and is left alone.
 */
final class PostgresLeftovers implements Leftovers {
  private static final String SLOT =
      """
      SELECT coalesce(pg_size_pretty(pg_wal_lsn_diff(CASE WHEN pg_is_in_recovery()
          THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END, restart_lsn)), 'no')
      FROM pg_replication_slots WHERE slot_name = ? AND database = current_database()\
      """;
  private static final String PUBLICATION =
      """
      SELECT count(r.prrelid) FROM pg_publication p
      LEFT JOIN pg_publication_rel r ON r.prpubid = p.oid
      WHERE p.pubname = ? GROUP BY p.oid\
      """;

  @Override
  public List<Leftover> in(StoreSettings settings) {
    String name = PostgresSlot.name(settings.name());
    return ask(settings, "tell what was made in it", sql -> in(sql, name));
  }

  private static List<Leftover> in(DSLContext sql, String name) {
    List<Leftover> found = new ArrayList<>();
    sql.resultQuery(SLOT, name)
        .fetchOptional(0, String.class)
        .ifPresent(kept ->
            found.add(
                new Leftover(
                    "replication slot " + name,
                    "keeps " + kept + " of log",
                    dropSlot(name),
                    SlotHolder.of(sql, name).map(SlotHolder::toString))));
    sql.resultQuery(PUBLICATION, name)
        .fetchOptional(0, Long.class)
        .ifPresent(tables ->
            found.add(
                new Leftover(
                    "publication " + name,
                    "of " + (tables == 1 ? "1 table" : tables + " tables"),
                    dropPublication(name),
                    Optional.empty())));
    return found;
  }

  @Override
  public Optional<String> remove(StoreSettings settings, Leftover leftover) {
    String name = PostgresSlot.name(settings.name());
    return leftover.removal().equals(dropSlot(name))
        ? drop(settings, name)
        : attempt(settings, dropPublication(name));
  }

  @Override
  public List<String> byHand(StoreName store) {
    String name = PostgresSlot.name(store);
    return List.of(dropSlot(name), dropPublication(name));
  }

  /** Drops the slot where it is this database's; says why it cannot be. */
  Optional<String> drop(StoreSettings settings, String slot) {
    return attempt(
        settings,
        "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots"
            + " WHERE slot_name = '"
            + slot
            + "' AND database = current_database()");
  }

  static String dropSlot(String name) {
    return "SELECT pg_drop_replication_slot('" + name + "');";
  }

  private static String dropPublication(String name) {
    return "DROP PUBLICATION IF EXISTS " + PostgresTable.quoted(name) + ";";
  }

  private static Optional<String> attempt(StoreSettings settings, String statement) {
    return ask(
        settings,
        "remove what was made in it",
        sql -> {
          try {
            // Everything else that is asked over such a connection only reads.
            sql.execute("SET default_transaction_read_only = off");
            sql.execute(statement);
            return Optional.empty();
          } catch (DataAccessException refused) {
            SQLException cause = SqlCause.of(refused);
            boolean told = PostgresStates.meansInUse(cause);
            if (!told && new PostgresDriver().isUnavailable(cause)) {
              throw refused;
            }
            return Optional.of(String.valueOf(cause.getMessage()));
          }
        });
  }

  private static <T> T ask(
      StoreSettings settings, String doing, SqlConnections.Question<T> question) {
    try (SqlConnections connections = new SqlConnections(settings, new PostgresDialect())) {
      return connections.ask(doing, question);
    }
  }
}
