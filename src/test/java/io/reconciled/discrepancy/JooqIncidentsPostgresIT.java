package io.reconciled.discrepancy;

import io.reconciled.app.StateDatabase;
import io.reconciled.state.TestState;

class JooqIncidentsPostgresIT extends IncidentsContract {
  @Override
  StateDatabase open() {
    return TestState.postgres();
  }
}
