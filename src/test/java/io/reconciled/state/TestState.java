package io.reconciled.state;

import io.reconciled.app.StateDatabase;
import io.reconciled.app.StateUrl;
import io.reconciled.model.Secret;
import io.reconciled.servers.Database;
import io.reconciled.servers.Servers;
import java.nio.file.Path;
import java.util.UUID;

/** State databases for tests, each new and empty. */
public final class TestState {
  private TestState() {}

  public static StateDatabase h2InMemory() {
    return h2("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
  }

  public static StateDatabase h2File(Path folder) {
    return h2("jdbc:h2:file:" + folder.resolve("reconciled"));
  }

  public static StateDatabase postgres() {
    Database database = Servers.shared().postgres().freshDatabase("state");
    return StateDatabase.open(
        new StateUrl(database.jdbcUrl()), database.user(), new Secret(database.password()));
  }

  private static StateDatabase h2(String url) {
    return StateDatabase.open(new StateUrl(url), "reconciled", Secret.NONE);
  }
}
