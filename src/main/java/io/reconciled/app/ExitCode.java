package io.reconciled.app;

/** What a command's exit code means; the same for every command. */
final class ExitCode {
  /** All verified, and consistent. */
  static final int CONSISTENT = 0;

  /** Discrepancies are confirmed. */
  static final int INCONSISTENT = 1;

  /** None is confirmed, but something could not be verified. */
  static final int UNVERIFIED = 2;

  /** The command or the configuration is wrong; nothing was started. */
  static final int WRONG_USE = 64;

  /** Something broke that should not have. */
  static final int BROKEN = 70;

  private ExitCode() {}
}
