package io.reconciled.store;

import io.reconciled.model.Dataset;

/** A dataset as a rules file maps it with {@code view:}. */
public final class OnView {
  private OnView() {}

  /** The same dataset, said to lie on a view of its container's name. */
  public static Dataset of(Dataset table) {
    return new Dataset(
        table.entity(),
        table.name(),
        table.store(),
        table.container(),
        table.keyFields(),
        table.keyShape(),
        table.attributes(),
        table.where(),
        table.severalRows(),
        true);
  }
}
