package io.reconciled.capture;

import io.reconciled.app.StateDatabase;
import io.reconciled.state.TestState;

class JooqFollowedStoresPostgresIT extends JooqFollowedStoresContract {
  @Override
  StateDatabase open() {
    return TestState.postgres();
  }
}
