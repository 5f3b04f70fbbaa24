package io.reconciled.app;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.reconciled.model.Secret;
import io.reconciled.model.StateUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;

/**
 * The daemon's own database: an H2 file on one machine, PostgreSQL in a cluster. Open from {@link
 * #open} to {@link #close}, with the tables of this version in it.
 */
public final class StateDatabase implements AutoCloseable {
  private static final int CONNECTIONS = 12;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Seconds that a connection has to show that it is of use. */
  private static final int VALID = 5;

  private final AgroalDataSource dataSource;

  private StateDatabase(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Connects, and brings the tables up to this version.
   *
   * @throws StateUnavailable where the database cannot be reached, is locked by another process, or
   *     refuses; the message says what to do
   */
  public static StateDatabase open(StateUrl url, String user, Secret password) {
    AgroalDataSource dataSource = connect(url, user, password);
    try {
      dataSource.getConnection().close();
      Flyway.configure()
          .dataSource(url.jdbcUrlToMigrate(), user, password.reveal())
          .locations("classpath:db/migration")
          .load()
          .migrate();
      return new StateDatabase(dataSource);
    } catch (SQLException | FlywayException failure) {
      dataSource.close();
      throw url.refused(failure);
    }
  }

  /**
   * Whether H2 has given the database up, as it does where its file could not be written. It opens
   * it again once nobody is connected any more.
   */
  boolean gaveUp() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      // A connection to a database that was given up calls itself valid.
      return !statement.execute("select checked_at from state_check");
    } catch (SQLException failed) {
      return failed.getErrorCode() == ErrorCode.DATABASE_IS_CLOSED;
    }
  }

  /** Closes all connections that were lent; whoever needs one gets another. */
  void disconnect() {
    dataSource.flush(AgroalDataSource.FlushMode.ALL);
  }

  public DataSource dataSource() {
    return dataSource;
  }

  @Override
  public void close() {
    dataSource.close();
  }

  private static AgroalDataSource connect(StateUrl url, String user, Secret password) {
    try {
      return AgroalDataSource.from(
          new AgroalDataSourceConfigurationSupplier()
              .connectionPoolConfiguration(pool ->
                  pool.maxSize(CONNECTIONS)
                      .acquisitionTimeout(PATIENCE)
                      .validateOnBorrow(true)
                      .connectionValidator(ConnectionValidator.defaultValidatorWithTimeout(VALID))
                      .connectionFactoryConfiguration(factory ->
                          factory
                              .jdbcUrl(url.jdbcUrl())
                              .initialSql(url.initialSql())
                              .principal(new NamePrincipal(user))
                              .credential(new SimplePassword(password.reveal())))));
    } catch (SQLException failure) {
      throw url.refused(failure);
    }
  }
}
