package io.reconciled.sweep;

import io.reconciled.app.StateDatabase;
import io.reconciled.state.TestState;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class JooqSweepLogH2Test extends SweepLogContract {
  @TempDir Path folder;
  private StateDatabase state;

  @BeforeEach
  void open() {
    state = TestState.h2File(folder);
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
