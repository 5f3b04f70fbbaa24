package io.reconciled.bench;

import java.io.PrintStream;

/** What figures are measured on: the settings, the servers, and the tables loaded so far. */
public final class Ground {
  private final BenchSettings settings;
  private final PrintStream out;
  private BenchServers servers;

  Ground(BenchSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  public BenchSettings settings() {
    return settings;
  }

  /** Tells how far it is. */
  public void say(String what, Object... values) {
    out.printf(what + "%n", values);
  }

  /** The three servers, started on first use. */
  public BenchServers servers() {
    if (servers == null) {
      say("starting PostgreSQL, MariaDB and MongoDB");
      servers = BenchServers.start();
    }
    return servers;
  }
}
