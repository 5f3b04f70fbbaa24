package io.reconciled.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.reconciled.discrepancy.Discrepancy;
import io.reconciled.discrepancy.Status;
import io.reconciled.report.ReloadRules.Reloaded;
import io.reconciled.report.RuleReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A daemon over three real stores whose rules file is edited while it runs. */
class ReloadIT {
  private static final long KEYS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String STATUS = "  - { name: status, equal: status, authority: crm }\n";
  private static final String PLAN = "  - { name: plan, equal: plan, authority: crm }\n";
  private static final String ENTITY =
      """
      entity: subscriber
      key: { type: integer }
      grace: 500ms
      datasets:
        crm: { table: subscriber, key: id, attributes: { status: status, plan: plan } }
        billing: { table: account, key: subscriber_id, attributes: { status: state, plan: plan } }
        profiles: { collection: profiles, key: _id, attributes: { status: state } }
      rules:
        - { name: present, present: [crm, billing, profiles] }
      """;

  private final ThreeStores stores = new ThreeStores("reload");
  @TempDir private Path folder;
  private InProcess daemon;
  private Loop watch;

  @BeforeEach
  void start() throws SQLException, IOException {
    stores.crm(
        "CREATE TABLE subscriber (id bigint PRIMARY KEY, status text, plan text)",
        "INSERT INTO subscriber SELECT n, 'active', 'basic' FROM generate_series(1, %d) s(n)"
            .formatted(KEYS));
    stores.billing(
        "CREATE TABLE account (subscriber_id bigint PRIMARY KEY, state varchar(20), plan"
            + " varchar(20))",
        "INSERT INTO account SELECT seq, 'active', 'basic' FROM seq_1_to_" + KEYS);
    stores.profiles(
        LongStream.rangeClosed(1, KEYS)
            .mapToObj(key -> new Document("_id", key).append("state", "active"))
            .toList());
    stores.configure(folder, ENTITY + STATUS);
    run();
  }

  private void run() {
    daemon = InProcess.start(folder);
    Settings settings = daemon.settings();
    ReadMark mark = new ReadMark(settings.connectors(), settings.rules());
    String loaded = mark.mark();
    WatchFiles files = new WatchFiles(mark::mark, loaded, daemon.rules()::reload);
    watch =
        Loop.start(
            "rules-files",
            () -> {
              files.round();
              return 0;
            },
            Duration.ofMillis(200));
  }

  @AfterEach
  void end() throws SQLException {
    watch.close();
    daemon.close();
    stores.dropSlots();
  }

  @Test
  void rulesChangeWhileTheDaemonRuns() throws SQLException, IOException {
    stores.billing(
        "UPDATE account SET plan = 'gold' WHERE subscriber_id = 7",
        "UPDATE account SET state = 'closed' WHERE subscriber_id = 9");
    awaitStatus("status", 1);
    assertThat(daemon.report().allRules().map(RuleReport::rule))
        .containsExactly("present", "status");

    // A rule that is new is evaluated, also for keys that do not move.
    write(ENTITY + STATUS + PLAN);
    awaitStatus("plan", 1);
    assertThat(daemon.confirmed()).extracting(Discrepancy::key).containsExactlyInAnyOrder("7", "9");

    // A broken file leaves the rules before it running.
    write(ENTITY + STATUS + PLAN.replace("equal: plan", "equal: plam"));
    await().atMost(PATIENCE).until(() -> daemon.report().rules().refused().isPresent());
    assertThat(daemon.report().rules().refused().orElseThrow().problems())
        .singleElement()
        .hasToString(
            daemon.rules().now().state().refused().orElseThrow().problems().getFirst().toString())
        .matches(problem -> problem.line() == 11 && problem.file().endsWith("subscriber.yaml"));
    stores.crm("UPDATE subscriber SET plan = 'gold' WHERE id = 11");
    awaitStatus("plan", 2);

    // A rule that is gone takes with it what was open under it, and nothing else.
    write(ENTITY + PLAN);
    await().atMost(PATIENCE).until(() -> daemon.report().rules().refused().isEmpty());
    assertThat(daemon.in(Status.RULE_REMOVED))
        .extracting(Discrepancy::key, one -> one.rule().value())
        .containsExactly(tuple("9", "status"));
    assertThat(daemon.confirmed())
        .extracting(Discrepancy::key)
        .containsExactlyInAnyOrder("7", "11");

    // What moved while captures were restarted is not lost, and nothing was confirmed falsely.
    stores.crm("UPDATE subscriber SET plan = 'gold' WHERE id = 7");
    write(ENTITY + PLAN + STATUS.replace("name: status", "name: state"));
    stores.billing("UPDATE account SET plan = 'gold' WHERE subscriber_id = 11");
    await().atMost(PATIENCE).until(() -> daemon.in(Status.RESOLVED).size() == 2);
    awaitStatus("state", 1);
    await()
        .atMost(PATIENCE)
        .until(() -> daemon.report().allRules().allMatch(r -> r.gaps().isEmpty()));
    assertThat(daemon.confirmed()).extracting(Discrepancy::key).containsExactly("9");
  }

  @Test
  void aColumnThatTheStoreDoesNotHaveIsRefusedBeforeAnythingEnds() throws IOException {
    Running before = daemon.rules().running();
    Files.writeString(
        file(), (ENTITY + STATUS).replace("status: state, plan: plan", "status: stat, plan: plan"));

    assertThat(daemon.rules().reload()).isInstanceOf(Reloaded.Refused.class);

    assertThat(daemon.rules().running()).isSameAs(before);
    assertThat(daemon.rules().now().state().refused().orElseThrow().problems())
        .singleElement()
        .matches(problem -> problem.line() == 6 && problem.what().contains("stat"));
  }

  private void write(String text) throws IOException {
    Files.writeString(file(), text);
  }

  private Path file() {
    return folder.resolve("reconcile-rules").resolve("subscriber.yaml");
  }

  private void awaitStatus(String rule, long confirmed) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(daemon.report().allRules().filter(one -> one.rule().equals(rule)))
                .singleElement()
                .extracting(RuleReport::confirmed)
                .isEqualTo(confirmed));
  }
}
