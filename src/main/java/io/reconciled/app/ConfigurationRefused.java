package io.reconciled.app;

import io.reconciled.model.ReconciledException;

/** The configuration was sound when the command began and is not any more; says all problems. */
final class ConfigurationRefused extends ReconciledException {
  private static final long serialVersionUID = 1L;

  ConfigurationRefused(String problems) {
    super(problems);
  }
}
