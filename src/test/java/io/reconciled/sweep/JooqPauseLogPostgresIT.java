package io.reconciled.sweep;

import io.reconciled.app.StateDatabase;
import io.reconciled.state.TestState;

class JooqPauseLogPostgresIT extends PauseLogContract {
  @Override
  StateDatabase open() {
    return TestState.postgres();
  }
}
