package io.reconciled.bench;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** What figures are measured on: the settings, the servers, and the tables loaded so far. */
public final class Ground {
  private final BenchSettings settings;
  private final PrintStream out;
  private final Map<Loaded, Seeded> loaded = new HashMap<>();
  private BenchServers servers;

  private record Loaded(Shape shape, long keys) {}

  Ground(BenchSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  /** On servers that run already. */
  Ground(BenchSettings settings, PrintStream out, BenchServers servers) {
    this(settings, out);
    this.servers = servers;
  }

  public BenchSettings settings() {
    return settings;
  }

  /** Tells how far it is. */
  public void say(String what, Object... values) {
    out.printf(what + "%n", values);
  }

  PrintStream out() {
    return out;
  }

  /** The three servers, started on first use. */
  public BenchServers servers() {
    if (servers == null) {
      say("starting PostgreSQL, MariaDB and MongoDB");
      servers = BenchServers.start();
    }
    return servers;
  }

  /** Tables of the settings' size, as {@link #tables(Shape, long)}. */
  public Seeded tables(Shape shape) throws SQLException {
    return tables(shape, settings.keys());
  }

  /**
   * Tables with differences in them, loaded on first use. Who changes them puts them back, or works
   * on other keys than the differing.
   */
  public Seeded tables(Shape shape, long keys) throws SQLException {
    Loaded wanted = new Loaded(shape, keys);
    if (!loaded.containsKey(wanted)) {
      say("loading %,d subscribers with %s keys into each store", keys, shape.word());
      Tables tables = LoadTables.load(servers(), shape, keys);
      loaded.put(wanted, new Seeded(tables, SeedDifferences.in(tables)));
    }
    return loaded.get(wanted);
  }
}
