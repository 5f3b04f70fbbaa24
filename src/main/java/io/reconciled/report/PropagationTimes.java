package io.reconciled.report;

import io.reconciled.model.EntityName;
import java.util.Optional;

/** How long changes take to reach all stores of an entity, as looks have measured it. */
public interface PropagationTimes {
  /** Empty where nothing was measured since the daemon started. */
  Optional<Times> of(EntityName entity);
}
