package io.reconciled.sweep;

import io.reconciled.app.StateDatabase;
import io.reconciled.state.TestState;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class JooqSweepLogPostgresIT extends SweepLogContract {
  private StateDatabase state;

  @BeforeEach
  void open() {
    state = TestState.postgres();
  }

  @AfterEach
  void close() {
    state.close();
  }

  @Override
  DataSource database() {
    return state.dataSource();
  }
}
