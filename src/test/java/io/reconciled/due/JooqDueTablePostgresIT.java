package io.reconciled.due;

import io.reconciled.app.StateDatabase;
import io.reconciled.state.TestState;

class JooqDueTablePostgresIT extends JooqDueTableContract {
  @Override
  StateDatabase open() {
    return TestState.postgres();
  }
}
