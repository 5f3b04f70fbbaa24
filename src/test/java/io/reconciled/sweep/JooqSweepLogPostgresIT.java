package io.reconciled.sweep;

import io.reconciled.app.StateDatabase;
import io.reconciled.state.TestState;

class JooqSweepLogPostgresIT extends SweepLogContract {
  @Override
  StateDatabase open() {
    return TestState.postgres();
  }
}
