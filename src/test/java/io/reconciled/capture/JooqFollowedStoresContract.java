package io.reconciled.capture;

import io.reconciled.app.StateDatabase;
import io.reconciled.capture.jooq.JooqFollowedStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract over a state database. */
abstract class JooqFollowedStoresContract extends FollowedStoresContract {
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
  FollowedStores stores() {
    return new JooqFollowedStores(state.dataSource());
  }
}
