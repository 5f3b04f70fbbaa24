package io.reconciled.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reconciled.app.ThreeStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One transaction of 500,000 rows in each of two stores, under a daemon of 256 MB. */
@Tag("long")
class BigTransactionIT {
  private static final int KEYS = 500_000;
  private static final String RULES =
      """
      entity: subscriber
      key: { type: integer }
      grace: 5s
      datasets:
        crm: { table: public.subscriber, key: id, attributes: { status: status } }
        billing: { table: account, key: id, attributes: { status: status } }
      rules:
        - { name: status, equal: status, authority: crm }
      """;

  private final ThreeStores stores = new ThreeStores("big");
  @TempDir private Path folder;
  private Process daemon;
  private Path out;

  @BeforeEach
  void start() throws SQLException, IOException {
    stores.crm(
        "CREATE TABLE subscriber (id bigint PRIMARY KEY, status text)",
        "INSERT INTO subscriber SELECT n, 'active' FROM generate_series(1, %d) s(n)"
            .formatted(KEYS));
    stores.billing(
        "CREATE TABLE account (id bigint PRIMARY KEY, status varchar(20))",
        "INSERT INTO account SELECT seq, 'active' FROM seq_1_to_" + KEYS);
    stores.profiles(List.of(new Document("_id", 1)));
    stores.configure(folder, RULES);
    Files.delete(folder.resolve("connectors").resolve("profiles.yaml"));
    out = folder.resolve("out");
    daemon =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                RunDaemon.class.getName(),
                folder.toString(),
                "subscriber")
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    await().atMost(Duration.ofMinutes(3)).until(() -> said().contains("settled"));
  }

  @AfterEach
  void end() throws SQLException, IOException {
    try (var in = daemon.getOutputStream()) {
      in.write('\n');
    }
    daemon.onExit().join();
    stores.dropSlots();
  }

  @Test
  void halfAMillionRowsInOneTransactionAreFoundExactlyInBoundedMemory() throws SQLException {
    stores.crm("UPDATE subscriber SET status = 'closed'");
    stores.billing("UPDATE account SET status = 'closed' WHERE id NOT IN (7, 250000, 499999)");

    await()
        .atMost(Duration.ofMinutes(15))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> {
          assertThat(daemon.isAlive()).as("alive; it said: %s", last()).isTrue();
          assertThat(last())
              .startsWith("events=%d waiting=0 gaps=false".formatted(2 * KEYS - 3))
              .endsWith("confirmed=250000,499999,7");
        });
  }

  private String said() throws IOException {
    return Files.readString(out);
  }

  private String last() throws IOException {
    return said().lines().filter(line -> line.startsWith("events=")).reduce("", (a, b) -> b);
  }
}
