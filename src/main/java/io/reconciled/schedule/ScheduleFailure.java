package io.reconciled.schedule;

import io.reconciled.model.ReconciledException;

/** The schedule could not be started or changed; nothing runs by it until it is. */
public final class ScheduleFailure extends ReconciledException {
  private static final long serialVersionUID = 1L;

  ScheduleFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
