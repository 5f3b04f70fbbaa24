package io.reconciled.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.capture.CaptureState.Phase;
import org.junit.jupiter.api.Test;

final class PostgresCaptureIT extends CaptureContract {
  @Override
  FollowedStore fresh() {
    return FollowedPostgres.fresh();
  }

  @Test
  void aSecondDaemonIsRefusedByName() {
    try (Follower first = Follower.following(store(), state());
        Follower second = new Follower(store(), state())) {
      second.awaitPhase(Phase.Refused.class);
      assertThat(((Phase.Refused) second.state().phase()).complaints())
          .singleElement()
          .satisfies(complaint ->
              assertThat(complaint.what())
                  .contains("reconciled_" + store().settings().name())
                  .containsPattern("in use by process \\d+"));
      assertThat(first.state().phase()).isInstanceOf(Phase.Following.class);
    }
  }
}
