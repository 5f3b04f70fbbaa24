package io.reconciled.app;

import org.jboss.logging.Logger;

/**
 * Ends the process, as a kill would, where an error ended one of its threads: without its stage the
 * daemon would go on and say that all is well. What was not finished is done again at its start.
 */
final class EndOnError implements Thread.UncaughtExceptionHandler {
  private static final Logger LOG = Logger.getLogger(EndOnError.class);

  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    LOG.errorf(failure, "the thread %s broke", thread.getName());
    if (failure instanceof Error) {
      Runtime.getRuntime().halt(ExitCode.BROKEN);
    }
  }
}
