package io.reconciled.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reconciled.model.Secret;
import io.reconciled.model.StoreName;
import io.reconciled.servers.Database;
import io.reconciled.servers.MariaDbServer;
import io.reconciled.servers.Servers;
import io.reconciled.store.Hold;
import io.reconciled.store.StoreSettings;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MariaDbHoldIT {
  private final MariaDbServer server = Servers.shared().mariaDb();
  private final Database database = server.freshDatabase("held");

  private Hold hold(String store) {
    return hold(store, database);
  }

  private static Hold hold(String store, Database database) {
    return MariaDbFeed.mariaDb().hold(settings(store, database));
  }

  private static StoreSettings settings(String store, Database database) {
    return new StoreSettings(
        new StoreName(store),
        URI.create(database.url()),
        database.user(),
        new Secret(database.password()),
        StoreSettings.DEFAULT_TIMEOUT,
        Map.of());
  }

  @Test
  void isOneDaemonsUntilThatGivesItBack() {
    try (Hold first = hold("billing");
        Hold second = hold("billing")) {
      assertThat(first.renew()).isEmpty();
      assertThat(second.renew()).isPresent();
      assertThat(first.renew()).isEmpty();
      first.close();
      assertThat(second.renew()).isEmpty();
      assertThat(first.renew()).isPresent();
    }
  }

  @Test
  void storesOfOtherNamesAndOtherDatabasesAreHeldBesideEachOther() {
    try (Hold billing = hold("billing");
        Hold another = hold("billing2");
        Hold elsewhere = hold("billing", server.freshDatabase("held"))) {
      assertThat(billing.renew()).isEmpty();
      assertThat(another.renew()).isEmpty();
      assertThat(elsewhere.renew()).isEmpty();
    }
  }

  @Test
  void aSessionThatWasEndedIsReplaced() throws SQLException {
    try (Hold hold = hold("billing");
        Connection owner = server.admin().connect()) {
      assertThat(hold.renew()).isEmpty();
      LockByName lock = LockByName.of(owner, settings("billing", database));
      long ended = lock.holder();
      lock.endHolder();
      await().until(() -> lock.holder() == 0);

      assertThat(hold.renew()).isEmpty();
      assertThat(lock.holder()).isPositive().isNotEqualTo(ended);
    }
  }
}
