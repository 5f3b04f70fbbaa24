package io.reconciled.due;

import io.reconciled.app.StateDatabase;
import io.reconciled.due.jooq.JooqDoubts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract over a state database. */
abstract class JooqDoubtsContract extends DoubtsContract {
  private StateDatabase state;

  /** New and empty. */
  abstract StateDatabase open();

  @BeforeEach
  void openState() {
    state = open();
  }

  @AfterEach
  void closeState() {
    state.close();
  }

  @Override
  Doubts doubts() {
    return new JooqDoubts(state.dataSource());
  }
}
