package io.reconciled.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.capture.debezium.StateDatabase;
import io.reconciled.model.Secret;
import io.reconciled.model.SharedKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A binary log that comes to rest behind something that no commit ends. */
final class MariaDbIdleEndIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int SIGNS = 6;
  @TempDir Path folder;
  private final FollowedMariaDb store = FollowedMariaDb.fresh();
  private final String xid = "'" + store.settings().user() + "'";
  private StateDatabase state;

  @BeforeEach
  void makeState() {
    state =
        new StateDatabase(
            "jdbc:h2:file:" + folder.resolve("state") + ";MODE=PostgreSQL",
            "reconciled",
            new Secret("reconciled"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE INDEX idle ON `Accounts` (status)",
        "GRANT FILE ON *.* TO USER",
        "CREATE TABLE elsewhere (id bigint)",
        "ANALYZE TABLE `Accounts`"
      })
  void aStatementAtTheEndIsPassed(String statement) {
    try (Follower follower = Follower.following(store, state)) {
      store.insert(1);
      store.execute(statement.replace("USER", "'" + store.settings().user() + "'@'%'"));
      follower.awaitPassed(store.head(), SOON);
      assertThat(follower.told()).contains(SharedKey.of(1));
    }
  }

  @Test
  void severalStatementsAndANewFileAtTheEndArePassed() {
    try (Follower follower = Follower.following(store, state)) {
      store.execute("CREATE TABLE one (id bigint)", "CREATE TABLE two (id bigint)");
      follower.awaitPassed(store.head(), SOON);
      store.execute("DROP TABLE one, two", "FLUSH BINARY LOGS");
      follower.awaitPassed(store.head(), SOON);
    }
  }

  @Test
  void preparedChangesAreToldBeforeTheEndIsPassed() {
    long last = 10;
    String[] inserts =
        LongStream.rangeClosed(1, last)
            .mapToObj("INSERT INTO `Accounts` VALUES (%d, 'new')"::formatted)
            .toArray(String[]::new);
    try (Follower follower = Follower.following(store, state)) {
      prepare(inserts);
      try {
        follower.awaitPassed(store.head(), SOON);
        assertThat(follower.told()).contains(SharedKey.of(1), SharedKey.of(last));
      } finally {
        store.execute("XA COMMIT " + xid);
      }
      follower.awaitPassed(store.head(), SOON);
      store.update(1);
      follower.awaitPassed(store.head(), SOON);
    }
  }

  @Test
  void aPreparedTransactionThatIsRolledBackIsPassed() {
    try (Follower follower = Follower.following(store, state)) {
      prepare("INSERT INTO `Accounts` VALUES (1, 'new')");
      store.execute("XA ROLLBACK " + xid);
      follower.awaitPassed(store.head(), SOON);
    }
  }

  /** Its engine goes on counting behind a statement, in what it would leave out at a restart. */
  @Test
  void whatFollowsAStatementIsToldAfterARestart() {
    try (Follower follower = Follower.following(store, state)) {
      store.execute("CREATE TABLE elsewhere (id bigint)");
      for (int i = 0; i < SIGNS; i++) {
        follower.awaitTwoSigns();
      }
    }
    store.insert(1);
    store.insert(2);
    try (Follower follower = new Follower(store, state)) {
      follower.awaitTold(1);
      follower.awaitTold(2);
    }
  }

  private void prepare(String... statements) {
    String[] all = new String[statements.length + 3];
    all[0] = "XA START " + xid;
    System.arraycopy(statements, 0, all, 1, statements.length);
    all[all.length - 2] = "XA END " + xid;
    all[all.length - 1] = "XA PREPARE " + xid;
    store.execute(all);
  }
}
