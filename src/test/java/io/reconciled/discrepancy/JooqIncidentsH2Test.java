package io.reconciled.discrepancy;

import io.reconciled.app.StateDatabase;
import io.reconciled.state.TestState;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class JooqIncidentsH2Test extends IncidentsContract {
  @TempDir Path folder;

  @Override
  StateDatabase open() {
    return TestState.h2File(folder);
  }
}
