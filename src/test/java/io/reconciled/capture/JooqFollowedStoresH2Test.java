package io.reconciled.capture;

import io.reconciled.app.StateDatabase;
import io.reconciled.state.TestState;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class JooqFollowedStoresH2Test extends JooqFollowedStoresContract {
  @TempDir Path folder;

  @Override
  StateDatabase open() {
    return TestState.h2File(folder);
  }
}
