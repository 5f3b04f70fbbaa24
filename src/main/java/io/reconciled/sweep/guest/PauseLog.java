package io.reconciled.sweep.guest;

import io.reconciled.model.StoreName;
import java.util.List;

/**
 * Every pause by hand and every end of one, in the state database. All methods throw a {@link
 * io.reconciled.model.ReconciledException} where it fails.
 */
public interface PauseLog {
  /** Durable when it returns. */
  void add(Pause pause);

  /** The last of each store, whether paused or not. */
  List<Pause> current();

  /** What was done to one store's sweeps, the newest first. */
  List<Pause> history(StoreName store, int limit);
}
