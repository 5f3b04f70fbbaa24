package io.reconciled.sweep.segment;

import io.reconciled.app.StateDatabase;
import io.reconciled.model.KeyType;
import io.reconciled.state.TestState;
import io.reconciled.sweep.jooq.JooqSegmentLog;

class JooqSegmentLogH2Test extends SegmentLogContract {
  private final StateDatabase state = TestState.h2InMemory();

  @Override
  SegmentLog open() {
    return new JooqSegmentLog(
        state.dataSource(),
        entity -> entity.value().equals("order") ? KeyType.TEXT : KeyType.INTEGER);
  }

  @Override
  void close() {
    state.close();
  }
}
