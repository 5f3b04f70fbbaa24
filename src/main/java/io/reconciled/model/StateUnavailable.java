package io.reconciled.model;

/**
 * The daemon's own database did not do what was asked of it. Nothing that was asked for counts as
 * done; the same call may be made again.
 */
public final class StateUnavailable extends ReconciledException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what failed, in which database, and what to do
   */
  public StateUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
