package io.reconciled.discrepancy;

import io.reconciled.app.StateDatabase;
import io.reconciled.state.TestState;

class JooqFindDiscrepanciesPostgresIT extends FindDiscrepanciesContract {
  @Override
  StateDatabase open() {
    return TestState.postgres();
  }
}
