package io.reconciled.report;

import java.util.List;

/** The stores as the daemon knows them at this moment; asks none of them. */
public interface StoreStates {
  /** One for every connector, in the connectors' order. */
  List<StoreState> all();

  /** The datasets that do not fit their stores at this moment. */
  default List<Misfit> misfits() {
    return List.of();
  }
}
