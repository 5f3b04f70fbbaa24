package io.reconciled.store.mongodb;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.reconciled.model.Secret;
import io.reconciled.model.StoreName;
import io.reconciled.servers.Database;
import io.reconciled.servers.MongoServer;
import io.reconciled.servers.SwitchedLine;
import io.reconciled.store.Store;
import io.reconciled.store.StoreMisconfigured;
import io.reconciled.store.StoreSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class MongoPasswordIT {
  private final AtomicReference<String> kept = new AtomicReference<>("first");

  private Store open(Database database, SwitchedLine line) {
    return new MongoKind()
        .open(
            new StoreSettings(
                new StoreName("profiles"),
                URI.create(line.url(database)),
                database.user(),
                Secret.keptIn("vault", kept.get(), () -> Optional.of(kept.get())),
                Duration.ofSeconds(3),
                Map.of("authSource", "admin")));
  }

  private static void rotate(MongoServer server, Database database, String password) {
    try (MongoClient client = MongoClients.create(server.url())) {
      client
          .getDatabase("admin")
          .runCommand(new Document("updateUser", database.user()).append("pwd", password));
    }
  }

  @Test
  void aPasswordThatWasChangedIsAskedForAgainWhereTheOldOneIsRefused() throws IOException {
    try (MongoServer server = MongoServer.startWithUsers()) {
      Database database = server.user("reader", kept.get());
      try (SwitchedLine line = new SwitchedLine(server.port());
          Store store = open(database, line)) {
        assertThatCode(store::ping).doesNotThrowAnyException();

        rotate(server, database, "second");
        line.cut();
        line.mend();
        await()
            .untilAsserted(() ->
                assertThatThrownBy(store::ping)
                    .isInstanceOf(StoreMisconfigured.class)
                    .hasMessageContaining("password is refused"));

        kept.set("second");
        await().untilAsserted(() -> assertThatCode(store::ping).doesNotThrowAnyException());
      }
    }
  }
}
