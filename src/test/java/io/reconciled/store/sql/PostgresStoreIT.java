package io.reconciled.store.sql;

import io.reconciled.model.KeyType;
import io.reconciled.servers.Servers;
import io.reconciled.store.Fixture;
import io.reconciled.store.StoreContract;
import java.util.Map;

class PostgresStoreIT extends StoreContract {
  @Override
  protected Fixture fixture() {
    return new SqlFixture(
        SqlStoreKind.postgres(),
        Servers.shared().postgres(),
        "\"",
        Map.of(KeyType.INTEGER, "bigint", KeyType.TEXT, "varchar(60)", KeyType.UUID, "uuid"),
        "SELECT n FROM generate_series(0, %d - 1) AS s(n)",
        true);
  }
}
