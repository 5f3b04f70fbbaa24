package io.reconciled.capture;

import org.junit.jupiter.api.Test;

final class MongoCaptureIT extends CaptureContract {
  @Override
  FollowedStore fresh() {
    return FollowedMongo.fresh("subscriber.number");
  }

  @Override
  String holder() {
    return "by reconciled \\S+:\\d+ since 20\\S+Z \\S+@\\S+ \\(connection \\d+ from 127.0.0.1:\\d+\\)";
  }

  @Test
  void deleteTellsAKeyThatIsTheDocumentsId() {
    FollowedMongo byId = FollowedMongo.fresh("_id");
    byId.insert(1);
    try (Follower follower = Follower.following(byId, state())) {
      byId.delete(1);
      follower.awaitTold(1);
    }
  }
}
