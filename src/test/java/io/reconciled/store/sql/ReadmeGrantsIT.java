package io.reconciled.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.Readme;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyType;
import io.reconciled.model.Secret;
import io.reconciled.model.StoreName;
import io.reconciled.servers.Database;
import io.reconciled.servers.MariaDbServer;
import io.reconciled.servers.PostgresServer;
import io.reconciled.servers.Servers;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreKind;
import io.reconciled.store.StoreSettings;
import io.reconciled.store.Wanted;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The statements that the README gives an operator are enough, and remove what was created. */
class ReadmeGrantsIT {
  private static final StoreName STORE = new StoreName("readme");
  private final Readme readme;

  ReadmeGrantsIT() throws IOException {
    this.readme = Readme.read();
  }

  @Test
  void postgresIsReadAndFollowedWithThem() throws SQLException {
    PostgresServer server = Servers.shared().postgres();
    Database fresh = server.freshDatabase("readme");
    Database admin = server.admin(fresh);
    String user = fresh.name() + "_user";
    List<String> statements =
        readme.statements("PostgreSQL").stream()
            .map(sql -> sql.replaceAll("\\breconciled\\b", user))
            .map(sql -> sql.replace("reconciled_crm", "reconciled_readme"))
            .filter(sql -> !sql.startsWith("ALTER SYSTEM"))
            .toList();
    admin.execute(
        "CREATE TABLE public.subscriber (id bigint PRIMARY KEY, msisdn text, status text)");
    List<Dataset> mapped = List.of(dataset(List.of("public", "subscriber"), "id"));
    StoreSettings settings = settings(fresh.url(), user);

    for (String grant : statements) {
      assertThat(complaints(SqlStoreKind.postgres(), settings, mapped)).isNotEmpty();
      admin.execute(grant);
    }

    assertThat(complaints(SqlStoreKind.postgres(), settings, mapped)).isEmpty();
    admin.execute(
        "DROP PUBLICATION reconciled_readme", "DROP OWNED BY " + user, "DROP ROLE " + user);
  }

  @Test
  void mariaDbIsReadAndFollowedWithThem() throws SQLException {
    MariaDbServer server = Servers.shared().mariaDb();
    Database fresh = server.freshDatabase("readme");
    String user = fresh.name() + "_user";
    server
        .admin()
        .execute(
            "CREATE TABLE %s.account (subscriber_id bigint PRIMARY KEY)".formatted(fresh.name()));
    List<Dataset> mapped = List.of(dataset(List.of(fresh.name(), "account"), "subscriber_id"));
    StoreSettings settings = settings(fresh.url(), user);

    for (String grant : readme.statements("MariaDB, MySQL")) {
      assertThat(complaints(SqlStoreKind.mariaDb(), settings, mapped)).isNotEmpty();
      server
          .admin()
          .execute(
              grant.replaceAll("\\breconciled\\b", user).replace("billing.", fresh.name() + "."));
    }

    assertThat(complaints(SqlStoreKind.mariaDb(), settings, mapped)).isEmpty();
    server.admin().execute("DROP USER %s@'%%'".formatted(user));
  }

  /** What the daemon would say at its start, and of capture. */
  private static List<StoreComplaint> complaints(
      StoreKind kind, StoreSettings settings, List<Dataset> mapped) {
    List<StoreComplaint> complaints = kind.check(settings, new Wanted(mapped, true));
    return complaints.isEmpty() ? kind.feed().prepare(settings, mapped) : complaints;
  }

  private static Dataset dataset(List<String> table, String key) {
    return new Dataset(
        new EntityName("subscriber"),
        new DatasetName("readme"),
        STORE,
        table,
        key,
        KeyType.INTEGER,
        Map.of());
  }

  private static StoreSettings settings(String url, String user) {
    return new StoreSettings(
        STORE, URI.create(url), user, new Secret("..."), Duration.ofSeconds(5), Map.of());
  }
}
