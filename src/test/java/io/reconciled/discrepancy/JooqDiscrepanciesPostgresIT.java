package io.reconciled.discrepancy;

import io.reconciled.app.StateDatabase;
import io.reconciled.state.TestState;

class JooqDiscrepanciesPostgresIT extends DiscrepanciesContract {
  @Override
  StateDatabase open() {
    return TestState.postgres();
  }
}
