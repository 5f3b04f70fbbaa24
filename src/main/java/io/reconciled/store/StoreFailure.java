package io.reconciled.store;

import io.reconciled.model.ReconciledException;
import io.reconciled.model.StoreName;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;

/** A store that did not do what was asked. Says nothing about the data in it. */
public abstract sealed class StoreFailure extends ReconciledException
    permits StoreUnavailable, StoreMisconfigured, RowUnreadable {
  private static final long serialVersionUID = 1L;
  private final transient StoreName store;
  private final String detail;

  StoreFailure(StoreName store, String message, Throwable cause) {
    super("store " + store + ": " + message, cause);
    this.store = store;
    this.detail = "store " + store + ": " + message;
  }

  public StoreName store() {
    return store;
  }

  /** What a reading is that came to this. */
  public Unread unread() {
    return new Unread(reason(), detail);
  }

  /** What this failure makes of everything that depended on the call. */
  public abstract UnverifiedReason reason();
}
