package io.reconciled.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.servers.Database;
import io.reconciled.servers.Servers;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What {@code sweep:} of a connector does to a sweep. */
class SweepLimitsIT {
  private static final int KEYS = 10_000;
  private static final String RULES =
      """
      entity: subscriber
      key: { type: integer }
      grace: 1s
      datasets:
        crm: { table: subscriber, key: id, attributes: { status: status } }
        billing: { table: subscriber, key: id, attributes: { status: status } }
      rules:
        - present: [crm, billing]
        - equal: status
          authority: crm
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final Database crm = filled("crm");
  private final Database replica = filled("replica");
  private final Database billing = filled("billing");

  @BeforeEach
  void configure() throws IOException {
    Files.createDirectories(folder.resolve("connectors"));
    Files.createDirectories(folder.resolve("reconcile-rules"));
    Files.writeString(folder.resolve("reconcile-rules/subscriber.yaml"), RULES);
    connector("crm", crm, "");
    connector("billing", billing, "");
  }

  @Test
  void aSweepReadsTheReplicaAndLooksReadTheStoreItself() throws IOException, SQLException {
    crm.execute("UPDATE subscriber SET status = 'closed' WHERE id = 7");
    replica.execute("UPDATE subscriber SET status = 'late' WHERE id = 9");
    assertThat(run("sweep")).isEqualTo(ExitCode.INCONSISTENT);

    connector("crm", admin(crm), "sweep: { readUrl: %s }".formatted(replica.url()));
    assertThat(run("sweep")).isEqualTo(ExitCode.CONSISTENT);
    assertThat(out.toString()).contains("10,000 keys at the last sweep (complete");
  }

  @Test
  void aSweepTakesAsLongAsTheRateOfAStoreSays() throws IOException {
    connector("crm", crm, "sweep: { rowsPerSecond: 4000 }");
    long begun = System.nanoTime();
    assertThat(run("sweep")).isEqualTo(ExitCode.CONSISTENT);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(2_300));
  }

  @Test
  void explainSweepSaysWhetherRowsAreDigested() throws IOException {
    assertThat(run("explain-sweep", "subscriber")).isEqualTo(ExitCode.CONSISTENT);
    assertThat(out.toString()).contains("No digests: no connector of its stores says");

    connector("billing", billing, "sweep: { link: narrow }");
    assertThat(run("explain-sweep", "subscriber")).isEqualTo(ExitCode.CONSISTENT);
    assertThat(out.toString()).contains("digested in the stores, by its keys and [status]");
    assertThat(run("sweep")).isEqualTo(ExitCode.CONSISTENT);
    assertThat(out.toString()).contains("10,000 keys at the last sweep (complete");
  }

  @Test
  void validateSaysWhichLimitsAreNone() throws IOException {
    connector("crm", crm, "sweep:\n  pauseAbove:\n    activeSessions: 40\n    replicaLag: 30s\n");
    assertThat(run("validate")).isEqualTo(ExitCode.CONSISTENT);
    assertThat(out.toString())
        .containsPattern("crm.yaml:8:\\d+: warning: user \\w+ may not see this of store crm")
        .containsPattern("GRANT pg_read_all_stats TO")
        .containsPattern("crm.yaml:9:\\d+: warning: store crm is no replica");
  }

  @Test
  void validateRefusesAReplicaThatLacksATable() throws IOException, SQLException {
    replica.execute("DROP TABLE subscriber");
    connector("crm", admin(crm), "sweep:\n  readUrl: " + replica.url());
    assertThat(run("validate")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(out.toString()).containsPattern("crm.yaml:7:\\d+: error: .*subscriber");
  }

  /** Who may read the replica too. */
  private static Database admin(Database database) {
    return Servers.shared().postgres().admin(database);
  }

  private static Database filled(String name) {
    Database database = Servers.shared().postgres().freshDatabase(name);
    try {
      database.execute(
          "CREATE TABLE subscriber (id bigint PRIMARY KEY, status text)",
          "INSERT INTO subscriber SELECT n, 'active' FROM generate_series(1, %d) s(n)"
              .formatted(KEYS));
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return database;
  }

  private void connector(String store, Database database, String sweep) throws IOException {
    Files.writeString(
        folder.resolve("connectors").resolve(store + ".yaml"),
        """
        store: %s
        kind: postgresql
        url: %s
        user: %s
        password: %s
        """
                .formatted(store, database.url(), database.user(), database.password())
            + sweep);
  }

  private int run(String... command) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true));
    Stream<String> folders =
        Stream.of(
            "--connectors=" + folder.resolve("connectors"),
            "--rules=" + folder.resolve("reconcile-rules"));
    return line.execute(Stream.concat(Stream.of(command), folders).toArray(String[]::new));
  }
}
