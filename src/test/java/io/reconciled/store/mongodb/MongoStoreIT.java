package io.reconciled.store.mongodb;

import io.reconciled.servers.Servers;
import io.reconciled.store.Fixture;
import io.reconciled.store.StoreContract;

class MongoStoreIT extends StoreContract {
  @Override
  protected Fixture fixture() {
    return new MongoFixture(Servers.shared().mongo());
  }
}
