package io.reconciled.capture;

final class MariaDbCaptureIT extends CaptureContract {
  @Override
  FollowedStore fresh() {
    return FollowedMariaDb.fresh();
  }
}
