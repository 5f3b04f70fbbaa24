package io.reconciled.model;

/**
 * The root of everything that can go wrong here. Stores that disagree are not an error: they are a
 * finding.
 *
 * <p>A message says what happened, to which rule, store, entity or key, and what to do about it. It
 * never carries a stored value.
 */
public abstract class ReconciledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String message;

  protected ReconciledException(String message) {
    super(message);
    this.message = message;
  }

  protected ReconciledException(String message, Throwable cause) {
    super(message, cause);
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message;
  }
}
