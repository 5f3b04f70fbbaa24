package io.reconciled.discrepancy;

import io.reconciled.app.StateDatabase;
import io.reconciled.state.TestState;

class JooqRulesOnRecordPostgresIT extends RulesOnRecordContract {
  @Override
  StateDatabase open() {
    return TestState.postgres();
  }
}
