package io.reconciled.store;

import io.reconciled.model.StoreName;
import io.reconciled.model.UnverifiedReason;

/**
 * The store failed on a value among those that were asked for. The others can be read, once they
 * are asked for without it.
 */
public final class RowUnreadable extends StoreFailure {
  private static final long serialVersionUID = 1L;

  public RowUnreadable(StoreName store, String message, Throwable cause) {
    super(store, message, cause);
  }

  @Override
  public UnverifiedReason reason() {
    return UnverifiedReason.TYPE;
  }
}
