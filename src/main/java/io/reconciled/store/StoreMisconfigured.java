package io.reconciled.store;

import io.reconciled.model.StoreName;
import io.reconciled.model.UnverifiedReason;

/** The store answered that what was asked cannot be. Trying again does not help; a person does. */
public final class StoreMisconfigured extends StoreFailure {
  private static final long serialVersionUID = 1L;

  public StoreMisconfigured(StoreName store, String message, Throwable cause) {
    super(store, message, cause);
  }

  @Override
  public UnverifiedReason reason() {
    return UnverifiedReason.MISCONFIGURED;
  }
}
