package io.reconciled.bench;

import org.jboss.logmanager.Level;
import org.jboss.logmanager.LogContext;

/**
 * Logs no more than the daemon does. Where nobody says otherwise everything is logged, down to the
 * bytes of each packet, or made ready to be.
 */
final class DaemonLogs {
  private DaemonLogs() {}

  static void set() {
    LogContext.getLogContext().getLogger("").setLevel(Level.WARN);
  }
}
