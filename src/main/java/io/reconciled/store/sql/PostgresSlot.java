package io.reconciled.store.sql;

import io.reconciled.model.StoreName;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreComplaint.Subject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * The replication slot that keeps the log until it is acknowledged. One that has lost the log is of
 * no use to anybody, and is made anew.
 */
final class PostgresSlot {
  private static final int LONGEST_NAME = 63;
  private static final String STATE =
      """
      SELECT plugin, coalesce(database, 'none'), database = current_database(), wal_status
      FROM pg_replication_slots WHERE slot_name = ?\
      """;
  private final String name;
  private final String user;
  private final Duration timeout;

  /**
   * @param timeout how long its creation may wait for transactions that write at that moment
   */
  PostgresSlot(String name, String user, Duration timeout) {
    this.name = name;
    this.user = user;
    this.timeout = timeout;
  }

  /** The name that a store's slot and publication share: slots allow little more than letters. */
  static String name(StoreName store) {
    String plain = store.value().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
    String name = "reconciled_" + plain;
    if (plain.equals(store.value()) && name.length() <= LONGEST_NAME) {
      return name;
    }
    CRC32 crc = new CRC32();
    crc.update(store.value().getBytes(StandardCharsets.UTF_8));
    String mark = "_%08x".formatted(crc.getValue());
    return name.substring(0, Math.min(name.length(), LONGEST_NAME - mark.length())) + mark;
  }

  /** Creates it where there is none that is of use. */
  List<StoreComplaint> complete(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(STATE)) {
      statement.setString(1, name);
      ResultSet slot = statement.executeQuery();
      if (!slot.next()) {
        return create(connection);
      }
      List<StoreComplaint> complaints =
          complaints(slot, SlotHolder.of(DSL.using(connection, SQLDialect.POSTGRES), name));
      return complaints.isEmpty() && "lost".equals(slot.getString(4))
          ? createAnew(connection)
          : complaints;
    }
  }

  private List<StoreComplaint> createAnew(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(PostgresLeftovers.dropSlot(name))) {
      statement.executeQuery();
    }
    return create(connection);
  }

  private List<StoreComplaint> complaints(ResultSet slot, Optional<SlotHolder> holder)
      throws SQLException {
    if (!slot.getBoolean(3)) {
      return refuse(
          "The replication slot %s belongs to database %s of the same server%s; a server has each"
                  .formatted(
                      name,
                      slot.getString(2),
                      holder.map(by -> ", where " + by + " reads it").orElse(""))
              + " name once for all its databases.",
          "Give this store another name, by store: in its connector and wherever rules name it; or,"
              + " if nobody needs that slot, run in database "
              + slot.getString(2)
              + ": "
              + PostgresLeftovers.dropSlot(name));
    }
    if (!"pgoutput".equals(slot.getString(1))) {
      return refuse(
          "The replication slot " + name + " belongs to the plugin " + slot.getString(1) + ".",
          "Give this store another name, or, if nobody needs the slot, run: "
              + PostgresLeftovers.dropSlot(name));
    }
    return holder.map(this::inUse).orElse(List.of());
  }

  private List<StoreComplaint> inUse(SlotHolder holder) {
    return refuse(
        "The replication slot %s is in use by %s.".formatted(name, holder),
        "Stop the other daemon that follows this store; if there is none, run: SELECT"
            + " pg_terminate_backend("
            + holder.process()
            + ");");
  }

  private List<StoreComplaint> create(Connection connection) throws SQLException {
    String sql = "SELECT pg_create_logical_replication_slot('" + name + "', 'pgoutput')";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setQueryTimeout((int) Math.max(1, timeout.toSeconds()));
      statement.executeQuery();
      return List.of();
    } catch (SQLException failure) {
      if (PostgresStates.meansForbidden(failure)) {
        return refuse(
            "User " + user + " may not create the replication slot " + name + ".",
            "As a superuser, run: ALTER ROLE " + PostgresTable.quoted(user) + " REPLICATION;");
      }
      return switch (String.valueOf(failure.getSQLState())) {
        case "55000" ->
            refuse(
                "The server's wal_level is not logical.",
                "As a superuser, run: ALTER SYSTEM SET wal_level = 'logical'; and restart it.");
        case "53400" ->
            refuse(
                "All replication slots of the server are taken.",
                "Raise max_replication_slots and restart the server, or drop slots without use.");
        case "57014" ->
            refuse(
                "The replication slot %s could not be created in %d s: transactions that write are open."
                    .formatted(name, timeout.toSeconds()),
                "It is tried again; or end them: see pg_stat_activity and pg_prepared_xacts.");
        default -> throw failure;
      };
    }
  }

  private static List<StoreComplaint> refuse(String what, String fix) {
    return List.of(StoreComplaint.error(Subject.STORE, what, fix));
  }
}
