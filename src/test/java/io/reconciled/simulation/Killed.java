package io.reconciled.simulation;

/** The daemon is gone in the middle of what it did. No error of its own: nothing may catch it. */
final class Killed extends Error {
  private static final long serialVersionUID = 1L;

  Killed() {
    super("the daemon was killed", null, false, false);
  }
}
