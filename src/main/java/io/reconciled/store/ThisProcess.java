package io.reconciled.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How this process makes itself known to servers, so that another can be refused by its name. */
public final class ThisProcess {
  private static final int LONGEST = 63;
  private static final String NAME = name();
  private static final Instant SINCE =
      ProcessHandle.current()
          .info()
          .startInstant()
          .orElse(Instant.EPOCH)
          .truncatedTo(ChronoUnit.MILLIS);

  private ThisProcess() {}

  /** {@code reconciled HOST:PID}, at most 63 characters of ASCII. */
  public static String inWords() {
    return NAME;
  }

  /**
   * When it was started, to the millisecond: host and number may be those of another process on a
   * machine of the same name.
   */
  public static Instant since() {
    return SINCE;
  }

  private static String name() {
    String pid = ":" + ProcessHandle.current().pid();
    String host = "reconciled " + host().replaceAll("[^!-~]", "?");
    return host.substring(0, Math.min(host.length(), LONGEST - pid.length())) + pid;
  }

  private static String host() {
    return Optional.ofNullable(System.getenv("HOSTNAME"))
        .filter(name -> !name.isBlank())
        .orElseGet(ThisProcess::resolved);
  }

  private static String resolved() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "unknown-host";
    }
  }
}
