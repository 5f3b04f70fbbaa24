package io.reconciled.app;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jboss.logging.Logger;

/**
 * Gives back what is dead in H2's file. H2 does so by itself only where it writes commits late:
 * with every commit on disk when it returns, as here, its file would grow with each position that
 * is written, by half a gigabyte a day.
 */
final class CompactFile {
  private static final Logger LOG = Logger.getLogger(CompactFile.class);
  private static final int TARGET_PERCENT_ALIVE = 50;
  private static final int MOST_BYTES_AT_ONCE = 4 << 20;
  private final DataSource database;

  CompactFile(DataSource database) {
    this.database = database;
  }

  /**
   * Writes what is alive in mostly dead parts of the file anew, so that these can be used again;
   * does nothing where little is dead, or the database is not H2.
   */
  void round() {
    try (Connection connection = database.getConnection()) {
      if (connection.isWrapperFor(JdbcConnection.class)
          && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
        MVStore store = session.getDatabase().getStore().getMvStore();
        store.compact(TARGET_PERCENT_ALIVE, MOST_BYTES_AT_ONCE);
      }
    } catch (SQLException | MVStoreException failing) {
      LOG.debugf(failing, "the file of the state database is compacted later");
    }
  }
}
