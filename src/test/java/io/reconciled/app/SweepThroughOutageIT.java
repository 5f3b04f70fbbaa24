package io.reconciled.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reconciled.app.OneSweep.Swept;
import io.reconciled.servers.Servers;
import io.reconciled.sweep.Sweep;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source is killed in the middle of a sweep: what it holds is unverified, and never missing. */
class SweepThroughOutageIT {
  private static final long KEYS = 400_000;
  private static final String RULES =
      """
      entity: subscriber
      key: { type: integer }
      grace: 300ms
      datasets:
        crm: { table: subscriber, key: id, attributes: { status: status } }
        billing: { table: account, key: id, attributes: { status: state } }
      rules:
        - present: [crm, billing]
        - equal: status
      """;

  private final ThreeStores stores = new ThreeStores("outage");
  @TempDir private Path folder;

  @BeforeEach
  void fillBothAlikeButForTheirEnds() throws SQLException {
    stores.crm(
        "CREATE TABLE subscriber (id bigint PRIMARY KEY, status text)",
        "INSERT INTO subscriber SELECT n, 'active' FROM generate_series(1, %d) s(n)"
            .formatted(KEYS));
    stores.billing(
        "CREATE TABLE account (id bigint PRIMARY KEY, state varchar(10))",
        "INSERT INTO account SELECT seq, 'active' FROM seq_1_to_" + KEYS,
        "DELETE FROM account WHERE id = 1",
        "UPDATE account SET state = 'closed' WHERE id = " + KEYS);
  }

  @AfterEach
  void startAgain() {
    Servers.shared().mariaDb().start();
  }

  private OneSweep oneSweep() throws IOException {
    stores.configure(folder, RULES);
    return new OneSweep(folder.resolve("connectors"), folder.resolve("reconcile-rules"));
  }

  private static void killInTheMiddle(OneSweep sweep) {
    await()
        .pollInterval(Duration.ofMillis(2))
        .until(() -> sweep.onRecord().filter(begun -> begun.keys() > 0).isPresent());
    Servers.shared().mariaDb().kill();
  }

  @Test
  void isSweptToItsEndOnceTheSourceIsBack() throws IOException {
    try (OneSweep sweep = oneSweep()) {
      CompletableFuture<Swept> swept = CompletableFuture.supplyAsync(sweep::sweep);
      killInTheMiddle(sweep);
      await().until(() -> sweep.onRecord().filter(seen -> !seen.unread().isEmpty()).isPresent());
      assertThat(sweep.onRecord().orElseThrow().unread().get("billing"))
          .startsWith("keys [")
          .contains("store billing");
      Servers.shared().mariaDb().start();

      Swept done = swept.join();

      assertThat(done.sweep().state()).isEqualTo(Sweep.State.COMPLETE);
      assertThat(done.sweep().rows()).containsEntry("crm", KEYS).containsEntry("billing", KEYS - 1);
      assertThat(done.suspects()).containsExactlyInAnyOrder("1", Long.toString(KEYS));
    }
  }

  @Test
  void isUnverifiedWhereTheSourceNeverComesBack() throws IOException {
    StringWriter text = new StringWriter();
    List<String> command = new ArrayList<>(List.of("sweep"));
    command.addAll(stores.configure(folder, RULES));
    Servers.shared().mariaDb().kill();

    int exitCode =
        Main.commandLine()
            .setOut(new PrintWriter(text))
            .setErr(new PrintWriter(text))
            .execute(command.toArray(String[]::new));

    assertThat(text.toString()).contains("store billing").doesNotContain("missing in billing");
    assertThat(exitCode).isEqualTo(ExitCode.UNVERIFIED);
  }
}
