package io.reconciled.report;

/** Sees whether the state database takes what the daemon has to write. */
@FunctionalInterface
public interface ProbeState {
  /**
   * Writes a row. False where that fails, or has not come to an end within seconds; does not throw.
   */
  boolean takesRows();
}
