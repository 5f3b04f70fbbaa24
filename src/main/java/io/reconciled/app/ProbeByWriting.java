package io.reconciled.app;

import io.reconciled.report.ProbeState;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Writes to the one row that is there for it; who asks while one is being written waits for that.
 */
final class ProbeByWriting implements ProbeState {
  private static final Logger LOG = Logger.getLogger(ProbeByWriting.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private final DataSource database;
  private FutureTask<Boolean> latest = new FutureTask<>(() -> false);

  ProbeByWriting(DataSource database) {
    this.database = database;
    this.latest.run();
  }

  @Override
  public boolean takesRows() {
    try {
      return current().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException doesNot) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private synchronized FutureTask<Boolean> current() {
    if (latest.isDone()) {
      latest = new FutureTask<>(this::write);
      Thread.startVirtualThread(latest);
    }
    return latest;
  }

  private boolean write() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      return statement.executeUpdate(
              "update state_check set checked_at = current_timestamp where id = 1")
          == 1;
    } catch (SQLException failed) {
      LOG.debugf(failed, "the state database takes no rows");
      return false;
    }
  }
}
