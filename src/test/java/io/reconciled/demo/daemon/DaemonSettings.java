package io.reconciled.demo.daemon;

import io.reconciled.servers.Database;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the daemon is told, as an operator would tell it: by environment variables, beside the files
 * of {@code connectors/} and {@code reconcile-rules/} as they stand.
 *
 * @param stores the daemon's way into each, by the store's name
 * @param state the daemon's own database; empty for a file in its folder
 * @param folder its state and its log
 * @param port of the page and the REST report
 * @param managementPort of health and metrics
 * @param webhooks where it tells of incidents
 * @param rules a folder of its own; empty for the repository's
 */
public record DaemonSettings(
    Map<String, Database> stores,
    Optional<Database> state,
    Path folder,
    int port,
    int managementPort,
    Channel.Webhooks webhooks,
    Optional<Path> rules) {

  public DaemonSettings {
    stores = Map.copyOf(stores);
  }

  /** The page for people. */
  public String page() {
    return "http://localhost:" + port + "/";
  }

  String management() {
    return "http://localhost:" + managementPort + "/";
  }

  Path log() {
    return folder.resolve("daemon.log");
  }

  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    stores.forEach((store, database) -> {
      String prefix = store.toUpperCase(Locale.ROOT);
      environment.put(prefix + "_URL", database.url());
      environment.put(prefix + "_USER", database.user());
      environment.put(prefix + "_PASSWORD", database.password());
    });
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
    environment.put(
        "RECONCILED_STATE_URL",
        state.map(Database::jdbcUrl).orElse("jdbc:h2:file:" + folder.resolve("state")));
    state.ifPresent(database -> {
      environment.put("RECONCILED_STATE_USER", database.user());
      environment.put("RECONCILED_STATE_PASSWORD", database.password());
    });
    environment.put("RECONCILED_PUBLIC_URL", page());
    environment.put("RECONCILED_SLACK_WEBHOOK", webhooks.chat());
    environment.put("RECONCILED_JSON_WEBHOOK", webhooks.plain());
    rules.ifPresent(own -> environment.put("RECONCILED_RULES", own.toString()));
    return environment;
  }
}
