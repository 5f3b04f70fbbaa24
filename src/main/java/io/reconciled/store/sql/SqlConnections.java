package io.reconciled.store.sql;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.agroal.api.cache.ConnectionCache;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalConnectionPoolConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.reconciled.model.Secret;
import io.reconciled.store.StoreFailure;
import io.reconciled.store.StoreSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A bounded pool of connections to one store, made when first needed. Each is asked for a sign of
 * life before it is lent, and one that failed is thrown away, so that a store that comes back is
 * used again at once.
 */
final class SqlConnections implements AutoCloseable {
  private static final int AT_MOST = 16;
  private static final int SIGN_OF_LIFE_SECONDS = 1;
  private static final Duration LEFT_IDLE = Duration.ofMinutes(1);
  private static final Settings RENDERING =
      new Settings().withInListPadding(true).withExecuteLogging(false).withFetchWarnings(false);

  private final SQLDialect dialect;
  private final SqlFailures failures;
  private final AgroalDataSource pool;

  /** What is asked of the store over one connection. */
  @FunctionalInterface
  interface Question<T> {
    T ask(DSLContext sql) throws SQLException;
  }

  SqlConnections(StoreSettings settings, Dialect dialect) {
    this.dialect = dialect.jooq();
    this.failures = new SqlFailures(settings.name(), dialect.driver());
    try {
      this.pool = AgroalDataSource.from(pool(settings, dialect.driver()));
    } catch (SQLException e) {
      throw failures.of("be opened", e);
    }
  }

  private AgroalDataSourceConfigurationSupplier pool(StoreSettings settings, Driver driver) {
    AgroalConnectionPoolConfigurationSupplier pool =
        new AgroalConnectionPoolConfigurationSupplier()
            .maxSize(AT_MOST)
            .acquisitionTimeout(settings.timeout())
            .validateOnBorrow(true)
            .reapTimeout(LEFT_IDLE)
            .connectionValidator(this::isAlive)
            // A cache by thread would keep a closed pool for as long as the thread lives.
            .connectionCache(ConnectionCache.none())
            .exceptionSorter(driver::isUnavailable)
            .connectionFactoryConfiguration(factory(settings, driver));
    return new AgroalDataSourceConfigurationSupplier()
        .metricsEnabled(false)
        .connectionPoolConfiguration(pool);
  }

  private static AgroalConnectionFactoryConfigurationSupplier factory(
      StoreSettings settings, Driver driver) {
    AgroalConnectionFactoryConfigurationSupplier factory =
        new AgroalConnectionFactoryConfigurationSupplier()
            .connectionProviderClass(driver.driverClass())
            .jdbcUrl(driver.jdbcUrl(settings.url()))
            .principal(new NamePrincipal(settings.user()))
            .addSecurityProvider(SqlConnections::password)
            .credential(settings.password())
            .initialSql(driver.session(settings.timeout()));
    driver.properties(settings.timeout()).forEach(factory::jdbcProperty);
    settings.options().forEach(factory::jdbcProperty);
    return factory;
  }

  /** Asked for every new connection, and so with the password that holds then. */
  private static @Nullable Properties password(Object credential) {
    if (!(credential instanceof Secret secret)) {
      return null;
    }
    Properties properties = new Properties();
    properties.setProperty("password", secret.reveal());
    return properties;
  }

  private boolean isAlive(Connection connection) {
    try {
      if (connection.isValid(SIGN_OF_LIFE_SECONDS)) {
        return true;
      }
    } catch (SQLException dead) {
      // Told by the answer.
    }
    pool.flush(FlushMode.IDLE);
    return false;
  }

  /**
   * Asks over a connection of its own.
   *
   * @param doing what is asked, for the message of a failure
   */
  <T> T ask(String doing, Question<T> question) {
    try (Connection connection = pool.getConnection()) {
      return question.ask(on(connection));
    } catch (SQLException | DataAccessException e) {
      throw failure(doing, e);
    }
  }

  /** Lends a connection; whoever gets it closes it. */
  Connection lend() throws SQLException {
    return pool.getConnection();
  }

  DSLContext on(Connection connection) {
    return DSL.using(connection, dialect, RENDERING);
  }

  StoreFailure failure(String doing, Exception e) {
    return failures.of(doing, SqlCause.of(e));
  }

  @Override
  public void close() {
    pool.close();
  }
}
