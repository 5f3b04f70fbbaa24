package io.reconciled.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.capture.debezium.StateDatabase;
import io.reconciled.model.Secret;
import io.reconciled.model.SharedKey;
import io.reconciled.servers.Database;
import io.reconciled.servers.Servers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A store whose engine keeps both a position and the history of columns. */
final class PositionsInPostgresIT {
  @Test
  void positionsAndColumnsSurviveARestart() {
    Database database = Servers.shared().postgres().freshDatabase("state");
    StateDatabase state =
        new StateDatabase(database.jdbcUrl(), database.user(), new Secret(database.password()));
    FollowedStore store = FollowedMariaDb.fresh();
    try (Follower follower = Follower.following(store, state)) {
      store.insert(1);
      follower.awaitTold(1);
      follower.finishAll();
      follower.awaitPassed(store.head(), Duration.ofSeconds(3));
      follower.awaitTwoSigns();
    }
    store.insert(2);
    try (Follower follower = new Follower(store, state)) {
      follower.awaitTold(2);
      assertThat(follower.told()).doesNotContain(SharedKey.of(1));
    }
  }
}
