package io.reconciled.app;

import io.reconciled.model.Secret;
import io.reconciled.model.StateUnavailable;
import io.reconciled.store.ThisProcess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * The right to use a state database in PostgreSQL: one process has it at a time. It is a lock of a
 * session, which the server gives up by itself when the holder's process or host is gone. Used by
 * one thread.
 */
final class StateLease implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(StateLease.class);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
  private static final int SIGN_OF_LIFE_SECONDS = 5;

  /** "reconcil" in ASCII; locks of this kind are each database's own. */
  private static final long LOCK = 0x7265636f6e63696cL;

  /** A holder whose host is gone without a word is noticed after some ten seconds. */
  private static final String ALIVE =
      "SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 2; SET tcp_keepalives_count = 3";

  private static final String HOLDER =
      """
      SELECT coalesce(nullif(a.application_name, ''), 'unnamed'), l.pid,
        coalesce(host(a.client_addr), 'a local socket'),
        to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
      FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND (l.classid::bigint << 32) + l.objid::bigint = %d\
      """
          .formatted(LOCK);

  private final StateUrl url;
  private final String user;
  private final Secret password;
  private Optional<Connection> session = Optional.empty();

  private StateLease(StateUrl url, String user, Secret password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /**
   * Takes it, or waits for it.
   *
   * @param patience how long to wait for a holder to end
   * @throws StateUnavailable where the database cannot be asked, or another process keeps it; the
   *     message names that process
   */
  static StateLease take(StateUrl url, String user, Secret password, Duration patience) {
    StateLease lease = new StateLease(url, user, password);
    long until = System.nanoTime() + patience.toNanos();
    Optional<String> holder = lease.renew();
    if (holder.isPresent() && patience.isPositive()) {
      LOG.infof(
          "the state database %s is in use by %s; waiting up to %d s for its end",
          url.text(), holder.get(), patience.toSeconds());
    }
    while (holder.isPresent() && System.nanoTime() < until) {
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
      holder = lease.renew();
    }
    if (holder.isPresent()) {
      lease.close();
      throw url.inUse(holder.get());
    }
    return lease;
  }

  /**
   * Makes sure of it: takes it again where its session was lost.
   *
   * @return who has it instead; empty where this process has it
   * @throws StateUnavailable where the database cannot be asked
   */
  Optional<String> renew() {
    try {
      if (session.isPresent() && session.get().isValid(SIGN_OF_LIFE_SECONDS)) {
        return Optional.empty();
      }
      close();
      Connection fresh = connect();
      if (take(fresh)) {
        session = Optional.of(fresh);
        return Optional.empty();
      }
      try (fresh) {
        return Optional.of(holder(fresh));
      }
    } catch (SQLException failure) {
      throw url.refused(failure);
    }
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.put("user", user);
    properties.put("password", password.reveal());
    properties.put("connectTimeout", Integer.toString(SIGN_OF_LIFE_SECONDS));
    properties.put("socketTimeout", Integer.toString(2 * SIGN_OF_LIFE_SECONDS));
    Connection connection = DriverManager.getConnection(url.jdbcUrl(), properties);
    sayWhoHolds(connection);
    return connection;
  }

  /** The name in the URL is that of all the daemon's sessions; this one tells its process. */
  private static void sayWhoHolds(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT set_config('application_name', ?, false)")) {
      statement.setString(1, ThisProcess.inWords());
      statement.execute();
    }
  }

  private static boolean take(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(ALIVE);
      try (ResultSet taken = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
        return taken.next() && taken.getBoolean(1);
      }
    }
  }

  /** One that has just ended has no row any more. */
  private static String holder(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(HOLDER)) {
      return row.next()
          ? "%s (session %d from %s, since %s)"
              .formatted(row.getString(1), row.getInt(2), row.getString(3), row.getString(4))
          : "another process that is just ending";
    }
  }

  @Override
  public void close() {
    try {
      if (session.isPresent()) {
        session.get().close();
      }
    } catch (SQLException gone) {
      LOG.debugf("the session of the lease was lost: %s", gone.getMessage());
    } finally {
      session = Optional.empty();
    }
  }
}
