package io.reconciled.store.sql;

import io.reconciled.model.KeyType;
import io.reconciled.servers.Database;
import io.reconciled.servers.Servers;
import java.sql.SQLException;
import java.util.Map;

class MariaDbStoreIT extends SqlStoreContract {
  @Override
  protected SqlFixture fixture() {
    return new SqlFixture(
        SqlStoreKind.mariaDb(),
        Servers.shared().mariaDb(),
        "`",
        Map.of(KeyType.INTEGER, "bigint", KeyType.TEXT, "varchar(60)", KeyType.UUID, "uuid"),
        "SELECT seq FROM seq_0_to_999999 LIMIT %d",
        false);
  }

  @Override
  protected Database stranger(Database database) throws SQLException {
    String name = database.name() + "_stranger";
    Servers.shared()
        .mariaDb()
        .admin()
        .execute(
            "CREATE USER '%1$s'@'%%' IDENTIFIED BY '%1$s'".formatted(name),
            "GRANT CREATE ON %s.* TO '%s'@'%%'".formatted(database.name(), name));
    return new Database(database.name(), database.url(), name, name);
  }

  @Override
  protected void createSchema(Database database, String name) throws SQLException {
    Servers.shared().mariaDb().admin().execute("CREATE DATABASE `" + name + "`");
  }

  /** Any text is, where nothing else is said. */
  @Override
  protected void orderByLanguage(Database database, String table) {}
}
