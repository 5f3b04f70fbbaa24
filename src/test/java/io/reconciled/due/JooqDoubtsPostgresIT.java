package io.reconciled.due;

import io.reconciled.app.StateDatabase;
import io.reconciled.state.TestState;

class JooqDoubtsPostgresIT extends JooqDoubtsContract {
  @Override
  StateDatabase open() {
    return TestState.postgres();
  }
}
