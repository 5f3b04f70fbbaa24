package io.reconciled.model;

/**
 * Root of every exception of the project. A message says what went wrong, which rule, store, entity
 * or key it concerns, and what to do about it; values from the stores are masked in it.
 *
 * <p>Outcomes that are expected, such as stores that disagree or a write that is refused, are
 * results and never exceptions.
 */
public abstract class ReconciledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  protected ReconciledException(String message) {
    super(message);
  }

  protected ReconciledException(String message, Throwable cause) {
    super(message, cause);
  }
}
