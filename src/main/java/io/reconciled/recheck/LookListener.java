package io.reconciled.recheck;

import io.reconciled.discrepancy.Look;
import io.reconciled.due.DueKey;
import io.reconciled.model.EntityName;

/** Told of every look, for metrics. Must not block or throw. */
public interface LookListener {
  void looked(EntityName entity, DueKey key, Look look);
}
