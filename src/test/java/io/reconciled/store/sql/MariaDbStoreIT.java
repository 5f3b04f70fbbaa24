package io.reconciled.store.sql;

import io.reconciled.model.KeyType;
import io.reconciled.servers.Servers;
import io.reconciled.store.Fixture;
import io.reconciled.store.StoreContract;
import java.util.Map;

class MariaDbStoreIT extends StoreContract {
  @Override
  protected Fixture fixture() {
    return new SqlFixture(
        SqlStoreKind.mariaDb(),
        Servers.shared().mariaDb(),
        "`",
        Map.of(KeyType.INTEGER, "bigint", KeyType.TEXT, "varchar(60)", KeyType.UUID, "uuid"),
        "SELECT seq FROM seq_0_to_999999 LIMIT %d",
        false);
  }
}
