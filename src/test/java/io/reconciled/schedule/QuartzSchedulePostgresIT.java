package io.reconciled.schedule;

import io.reconciled.app.StateDatabase;
import io.reconciled.state.TestState;

class QuartzSchedulePostgresIT extends QuartzScheduleContract {
  @Override
  StateDatabase open() {
    return TestState.postgres();
  }
}
