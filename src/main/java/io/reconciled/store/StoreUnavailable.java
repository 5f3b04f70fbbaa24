package io.reconciled.store;

import io.reconciled.model.StoreName;
import io.reconciled.model.UnverifiedReason;

/** The store could not be reached, or did not answer in time. Try again later. */
public final class StoreUnavailable extends StoreFailure {
  private static final long serialVersionUID = 1L;

  public StoreUnavailable(StoreName store, String message, Throwable cause) {
    super(store, message, cause);
  }

  @Override
  public UnverifiedReason reason() {
    return UnverifiedReason.UNREACHABLE;
  }
}
