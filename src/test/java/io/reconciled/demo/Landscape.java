package io.reconciled.demo;

import io.reconciled.demo.services.Databases;
import io.reconciled.servers.Database;
import io.reconciled.servers.DatabaseServer;
import io.reconciled.servers.Servers;
import java.util.Map;

/**
 * The three servers with the services' databases in them, empty, and two ways into each: the
 * service's own, and the daemon's, which has only the rights that following changes takes.
 */
public final class Landscape {

  private static final String DAEMON = "reconciled";

  private final Servers servers;

  private Landscape(Servers servers) {
    this.servers = servers;
  }

  /** Starts the servers at once and makes the databases anew. */
  public static Landscape make() {
    Servers servers = Servers.shared().startAll();
    CrmSchema.make(servers.postgres());
    BillingSchema.make(servers.mariaDb());
    ProfilesSchema.make(servers.mongo());
    return new Landscape(servers);
  }

  /** As the services see them. */
  public Databases databases() {
    return Databases.open(
        database("crm", "crm"), database("billing", "billing"), database("profiles", ""));
  }

  /** As the daemon sees them. */
  public Map<String, Database> forDaemon() {
    return Map.of(
        "crm", database("crm", DAEMON),
        "billing", database("billing", DAEMON),
        "profiles", database("profiles", DAEMON));
  }

  /** A database of the daemon's own, for its state. */
  Database stateDatabase() {
    return servers.postgres().freshDatabase("state");
  }

  DatabaseServer server(String store) {
    return switch (store) {
      case "crm" -> servers.postgres();
      case "billing" -> servers.mariaDb();
      case "profiles" -> servers.mongo();
      default -> throw new IllegalArgumentException("There is no store " + store);
    };
  }

  private Database database(String store, String user) {
    DatabaseServer server = server(store);
    String url = server.url().replace("/" + server.admin().name(), "/" + store);
    return new Database(store, url, user, user);
  }
}
