package io.reconciled.store.sql;

import io.reconciled.store.ChangeFeed;
import io.reconciled.store.Load;
import io.reconciled.store.StoreSettings;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;

/** MySQL, through the MariaDB driver, which talks to its servers as well. */
final class MySqlDialect extends MariaDbDialect {
  private static final int SHOWS_BINARY_LOG_STATUS = 82;

  MySqlDialect() {
    super(
        new MariaDbDriver() {
          @Override
          String statementTimeout(Duration timeout) {
            return "max_execution_time = " + timeout.toMillis();
          }
        });
  }

  @Override
  public String kind() {
    return "mysql";
  }

  @Override
  public SQLDialect jooq() {
    return SQLDialect.MYSQL;
  }

  /** Whether its texts agree with those of others was not proven. */
  @Override
  public Optional<DigestSql> digests() {
    return Optional.empty();
  }

  @Override
  String showLogEnd(DSLContext sql) {
    String[] version =
        String.valueOf(sql.fetchValue("SELECT VERSION()")).toLowerCase(Locale.ROOT).split("\\.", 3);
    int release = Integer.parseInt(version[0]) * 10 + Integer.parseInt(version[1]);
    return release >= SHOWS_BINARY_LOG_STATUS ? "SHOW BINARY LOG STATUS" : "SHOW MASTER STATUS";
  }

  @Override
  public Load load(DSLContext sql, StoreSettings settings) {
    return new MariaDbLoad("SHOW REPLICA STATUS", "REPLICATION CLIENT").of(sql, settings.user());
  }

  @Override
  public ChangeFeed feed() {
    return MariaDbFeed.mySql();
  }
}
