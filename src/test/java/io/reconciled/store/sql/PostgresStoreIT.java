package io.reconciled.store.sql;

import io.reconciled.model.KeyType;
import io.reconciled.servers.Database;
import io.reconciled.servers.Servers;
import java.sql.SQLException;
import java.util.Map;

class PostgresStoreIT extends SqlStoreContract {
  @Override
  protected SqlFixture fixture() {
    return new SqlFixture(
        SqlStoreKind.postgres(),
        Servers.shared().postgres(),
        "\"",
        Map.of(KeyType.INTEGER, "bigint", KeyType.TEXT, "varchar(60)", KeyType.UUID, "uuid"),
        "SELECT n FROM generate_series(0, %d - 1) AS s(n)",
        true);
  }

  @Override
  protected Database stranger(Database database) throws SQLException {
    String name = database.name() + "_stranger";
    Servers.shared()
        .postgres()
        .admin()
        .execute("CREATE ROLE %1$s LOGIN PASSWORD '%1$s'".formatted(name));
    return new Database(database.name(), database.url(), name, name);
  }

  @Override
  protected void createSchema(Database database, String name) throws SQLException {
    database.execute("CREATE SCHEMA \"" + name + "\"");
  }

  @Override
  protected void orderByLanguage(Database database, String table) {
    try {
      database.execute(
          "ALTER TABLE %s ALTER COLUMN \"Select\" TYPE varchar(60) COLLATE \"und-x-icu\""
              .formatted(table));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
