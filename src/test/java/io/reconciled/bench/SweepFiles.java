package io.reconciled.bench;

import io.reconciled.servers.Database;
import io.reconciled.servers.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The connector files and the rules file of a sweep over some of the tables. */
record SweepFiles(Path connectors, Path rules) {
  private static final Map<String, String> KINDS =
      Map.of(Tables.CRM, "postgresql", Tables.BILLING, "mariadb", Tables.PROFILES, "mongodb");

  private static final Map<String, String> DATASETS =
      Map.of(
          Tables.CRM,
          """
            crm:
              table: public.subscriber
              key: id
              attributes:
                { msisdn: msisdn, status: status, tariff: tariff, balance: balance, updated: updated }
          """,
          Tables.BILLING,
          """
            billing:
              table: account
              key: id
              attributes:
                { msisdn: phone, status: state, tariff: tariff, balance: balance, updated: changed }
              values:
                status: { A: ACTIVE, S: SUSPENDED, T: TERMINATED }
          """,
          Tables.PROFILES,
          """
            profiles:
              collection: profiles
              key: _id
              attributes:
                { msisdn: contact.msisdn, status: state, tariff: tariff, balance: balance,
                  updated: updated }
          """);

  /** Writes them into a folder of their own that goes with the servers. */
  static SweepFiles write(Tables tables, List<String> stores, Duration grace) throws IOException {
    Path folder = Workspace.current().newFolder("bench");
    Path connectors = Files.createDirectory(folder.resolve("connectors"));
    Path rules = Files.createDirectory(folder.resolve("reconcile-rules"));
    for (String store : stores) {
      Files.writeString(
          connectors.resolve(store + ".yaml"), connector(store, tables.databases().get(store)));
    }
    Files.writeString(rules.resolve("subscriber.yaml"), rules(tables.shape(), stores, grace));
    return new SweepFiles(connectors, rules);
  }

  private static String connector(String store, Database database) {
    String login =
        database.user().isEmpty()
            ? ""
            : "user: %s%npassword: %s%n".formatted(database.user(), database.password());
    return "store: %s%nkind: %s%nurl: %s%n%s"
        .formatted(store, KINDS.get(store), database.url(), login);
  }

  private static String rules(Shape shape, List<String> stores, Duration grace) {
    StringBuilder text = new StringBuilder();
    text.append("entity: subscriber\nkey: { type: %s }\n".formatted(shape.word()));
    text.append("grace: %ds\ndatasets:\n".formatted(grace.toSeconds()));
    stores.forEach(store -> text.append(DATASETS.get(store)));
    text.append("rules:\n  - present: %s\n".formatted(stores));
    text.append("  - equal: [msisdn, status, tariff, balance, updated]\n    authority: crm\n");
    return text.toString();
  }
}
