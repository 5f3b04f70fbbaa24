package io.reconciled.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reconciled.model.StoreName;
import io.reconciled.servers.Database;
import io.reconciled.servers.Servers;
import io.reconciled.store.StoreSettings;
import java.lang.ref.WeakReference;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SqlConnectionsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Some questions are asked over connections of their own, every few seconds, for weeks. */
  @Test
  void closedTheyAreNotKeptByTheThreadThatUsedThem() {
    Database database = Servers.shared().postgres().freshDatabase("once");

    WeakReference<SqlConnections> closed = usedOnce(database.asStore(new StoreName("once")));

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          System.gc();
          assertThat(closed.get()).isNull();
        });
  }

  private static WeakReference<SqlConnections> usedOnce(StoreSettings settings) {
    try (SqlConnections connections = new SqlConnections(settings, new PostgresDialect())) {
      Object answer = connections.ask("answer", sql -> sql.fetchValue("SELECT 1"));
      assertThat(answer).isEqualTo(1);
      return new WeakReference<>(connections);
    }
  }
}
