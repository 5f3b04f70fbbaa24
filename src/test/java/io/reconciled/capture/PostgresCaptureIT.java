package io.reconciled.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.capture.CaptureState.Phase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class PostgresCaptureIT extends CaptureContract {
  @Override
  FollowedStore fresh() {
    return FollowedPostgres.fresh();
  }

  @Override
  String holder() {
    return "in use by process \\d+";
  }

  @Test
  void aSecondDaemonIsRefusedByName() throws SQLException {
    try (Follower first = Follower.following(store(), state());
        Connection anotherOfTheFirst = named("reconciled elsewhere:17");
        Follower second = new Follower(store(), state())) {
      second.awaitPhase(Phase.Refused.class);
      assertThat(((Phase.Refused) second.state().phase()).complaints())
          .singleElement()
          .satisfies(complaint ->
              assertThat(complaint.what())
                  .contains("reconciled_" + store().settings().name())
                  .containsPattern("in use by process \\d+")
                  .contains("of reconciled elsewhere:17, from 127.0.0.1, since 20"));
      assertThat(first.state().phase()).isInstanceOf(Phase.Following.class);
      assertThat(anotherOfTheFirst.isValid(1)).isTrue();
    }
  }

  /** A session of the daemon that follows the store; it runs in this process as the second does. */
  private Connection named(String application) throws SQLException {
    Properties properties = new Properties();
    properties.put("user", store().settings().user());
    properties.put("password", store().settings().password().reveal());
    properties.put("ApplicationName", application);
    return DriverManager.getConnection("jdbc:" + store().settings().url(), properties);
  }
}
