package io.reconciled.model;

/**
 * The daemon's own database answered that what it was given cannot be kept, such as a key too long
 * for an index. Trying the same again does not help; what was not given with it can be kept.
 */
public final class StateRefused extends ReconciledException {
  private static final long serialVersionUID = 1L;

  public StateRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
