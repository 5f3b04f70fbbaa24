package io.reconciled.report;

import io.reconciled.model.Value;

/** Decides how much of a stored value a reader of the report may see. */
@FunctionalInterface
public interface ShowValue {
  String text(Value value);
}
