package io.reconciled.store.sql;

import io.reconciled.model.StoreName;
import io.reconciled.store.Hold;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * A lock by name, which belongs to a session of its own, locks no data and needs no right. The
 * server gives it up when the session ends, and ends that of a machine that is gone.
 */
final class MariaDbHold implements Hold {
  private static final Logger LOG = Logger.getLogger(MariaDbHold.class);
  private static final Driver DRIVER = new MariaDbDriver();
  private static final String ENDED_WHEN_SILENT = "SET SESSION wait_timeout = 60";

  /** One that is just ending is waited for. */
  private static final String TAKE = "SELECT GET_LOCK(?, 1)";

  private final StoreName store;
  private final String lock;
  private final Sessions sessions;
  private final int answerSeconds;
  private Optional<Connection> session = Optional.empty();
  private Optional<LockHolder> own = Optional.empty();
  private boolean unknown;

  /** Opens sessions. */
  @FunctionalInterface
  interface Sessions {
    Connection open() throws SQLException;
  }

  /**
   * @param lock its name, at most 64 characters, which the server has once for all its databases
   */
  MariaDbHold(StoreSettings settings, String lock, Sessions sessions) {
    this.store = settings.name();
    this.lock = lock;
    this.sessions = sessions;
    this.answerSeconds = Math.toIntExact(Math.max(1, settings.timeout().toSeconds()));
  }

  @Override
  public Optional<StoreComplaint> renew() {
    try {
      if (unknown || (session.isPresent() && session.get().isValid(answerSeconds))) {
        return Optional.empty();
      }
      close();
      session = Optional.of(sessions.open());
      return take(session.get());
    } catch (SQLException failure) {
      close();
      throw new SqlFailures(store, DRIVER).of("take the lock '" + lock + "'", failure);
    }
  }

  private Optional<StoreComplaint> take(Connection fresh) throws SQLException {
    execute(fresh, ENDED_WHEN_SILENT);
    endFormer(fresh);
    if (gets(fresh)) {
      own = unknown ? Optional.empty() : LockHolder.of(fresh, lock);
      return Optional.empty();
    }
    Optional<LockHolder> other = LockHolder.of(fresh, lock);
    close();
    return Optional.of(
        other
            .map(holder ->
                Hold.heldBy(
                    "%s, which has the lock '%s'".formatted(holder, lock),
                    "run: KILL " + holder.connection() + ";"))
            .orElseGet(() -> Hold.heldBy("a session that is just ending", "wait.")));
  }

  /** The server may still keep the session that this daemon has lost touch with. */
  private void endFormer(Connection fresh) throws SQLException {
    if (own.isPresent() && own.equals(LockHolder.of(fresh, lock))) {
      try {
        execute(fresh, "KILL " + own.get().connection());
      } catch (SQLException gone) {
        LOG.debugf("store %s: %s", store, gone.getMessage());
      }
    }
  }

  /** Counts as got where the server has no such locks, as some clusters have not. */
  private boolean gets(Connection fresh) throws SQLException {
    try (PreparedStatement statement = fresh.prepareStatement(TAKE)) {
      statement.setString(1, lock);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        boolean got = row.getInt(1) == 1;
        return row.wasNull() ? goesWithout("no answer") : got;
      }
    } catch (SQLException refused) {
      if (DRIVER.isUnavailable(refused)) {
        throw refused;
      }
      return goesWithout(String.valueOf(refused.getMessage()));
    }
  }

  private boolean goesWithout(String why) {
    LOG.infof(
        "store %s: its server has no locks by name, so another daemon that follows it would not be"
            + " noticed: %s",
        store, why);
    unknown = true;
    return true;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    try {
      if (session.isPresent()) {
        session.get().close();
      }
    } catch (SQLException gone) {
      LOG.debugf("store %s: the session of its lock was lost: %s", store, gone.getMessage());
    } finally {
      session = Optional.empty();
    }
  }
}
