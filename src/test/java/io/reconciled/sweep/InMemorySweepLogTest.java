package io.reconciled.sweep;

import io.reconciled.app.StateDatabase;
import io.reconciled.state.TestState;

class InMemorySweepLogTest extends SweepLogContract {
  @Override
  StateDatabase open() {
    return TestState.h2InMemory();
  }

  @Override
  SweepLog log(StateDatabase nothingInIt) {
    return new InMemorySweepLog();
  }
}
