package io.reconciled.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reconciled.model.EntityName;
import io.reconciled.servers.Servers;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ForgetIT {
  private static final EntityName SUBSCRIBER = new EntityName("subscriber");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String RULES =
      """
      entity: subscriber
      key: { type: integer }
      grace: 300ms
      datasets:
        crm: { table: subscriber, key: id, attributes: { status: status } }
        billing: { table: account, key: subscriber_id, attributes: { status: state } }
        profiles: { collection: profiles, key: _id, attributes: { status: state } }
      rules:
        - equal: status
      """;

  private final ThreeStores stores = new ThreeStores("forgotten");
  private final List<String> questions = new ArrayList<>();
  private Optional<String> answer = Optional.empty();
  private String printed = "";
  @TempDir private Path folder;

  @BeforeEach
  void oneSubscriberInThreeStores() throws SQLException, IOException {
    stores.fillAlike(2);
    stores.configure(folder, RULES);
  }

  @AfterEach
  void leaveNoSlot() throws SQLException {
    stores.dropSlots();
  }

  private int forget(String... arguments) {
    StringWriter text = new StringWriter();
    Map<String, String> environment =
        Map.of(
            "RECONCILED_STATE_URL", "jdbc:h2:file:" + folder.resolve("state"),
            "RECONCILED_CONNECTORS", folder.resolve("connectors").toString(),
            "RECONCILED_RULES", folder.resolve("reconcile-rules").toString());
    int exitCode =
        new CommandLine(
                new ForgetCommand(
                    name -> Optional.ofNullable(environment.get(name)),
                    question -> {
                      questions.add(question);
                      return answer;
                    }))
            .setOut(new PrintWriter(text))
            .setErr(new PrintWriter(text))
            .setExecutionExceptionHandler(new TellFailure())
            .execute(arguments);
    printed = text.toString();
    return exitCode;
  }

  @Test
  void nothingIsLeftInTheStoresNorOfThemInTheState() throws Exception {
    try (InProcess daemon = InProcess.start(folder)) {
      daemon.awaitSettled(SUBSCRIBER);
      stores.crm("UPDATE subscriber SET status = 'active' WHERE id = 1");
      await().atMost(PATIENCE).until(() -> daemon.capture("crm").events() > 0);
      try (Connection connection = daemon.state().getConnection();
          Statement statement = connection.createStatement()) {
        statement.executeUpdate(
            "INSERT INTO store_pause (store, paused, who, why, acted_at)"
                + " VALUES ('crm', true, 'anna', 'backup', current_timestamp)");
      }
      assertThat(forget("crm", "--yes")).isEqualTo(ExitCode.WRONG_USE);
    }

    for (String store : List.of("crm", "billing", "profiles")) {
      assertThat(forget(store, "--yes")).as(printed).isEqualTo(ExitCode.CONSISTENT);
      assertThat(printed).contains("capture-position-" + store).doesNotContain("not removed");
      assertThat(forget(store)).as(printed).isEqualTo(ExitCode.CONSISTENT);
      assertThat(printed).contains("nothing");
    }

    assertThat(
            inCrm("SELECT slot_name FROM pg_replication_slots WHERE database = current_database()"))
        .isEmpty();
    assertThat(inCrm("SELECT pubname FROM pg_publication")).isEmpty();
    try (StateDatabase state = state()) {
      assertThat(
              rows(
                  state.dataSource().getConnection(),
                  "SELECT table_name FROM information_schema.tables"
                      + " WHERE table_name LIKE 'capture-%'"))
          .isEmpty();
      assertThat(rows(state.dataSource().getConnection(), "SELECT store FROM store_pause"))
          .isEmpty();
    }
  }

  @Test
  void whatChangesUntilItIsFollowedAgainIsFoundAllTheSame() throws Exception {
    try (InProcess daemon = InProcess.start(folder)) {
      daemon.awaitSettled(SUBSCRIBER);
    }
    assertThat(forget("crm", "--yes")).isEqualTo(ExitCode.CONSISTENT);
    assertThat(printed).contains("sweeps [subscriber]");
    stores.crm("UPDATE subscriber SET status = 'closed' WHERE id = 2");

    try (InProcess daemon = InProcess.start(folder)) {
      await().atMost(PATIENCE).until(() -> !daemon.confirmed().isEmpty());
      assertThat(daemon.confirmed())
          .singleElement()
          .satisfies(found -> assertThat(found.key()).isEqualTo("2"));
    }
  }

  @Test
  void aStoreThatADaemonFollowsIsLeftAloneAndTheDaemonNamed() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    stores.configure(elsewhere, RULES);
    try (InProcess daemon = InProcess.start(elsewhere)) {
      daemon.awaitSettled(SUBSCRIBER);

      assertThat(forget("crm", "--yes")).isEqualTo(ExitCode.WRONG_USE);

      assertThat(printed)
          .containsPattern(
              "replication slot reconciled_crm is in use by process \\d+ \\(.+ from 127")
          .contains("Stop that daemon first");
      assertThat(inCrm("SELECT slot_name FROM pg_replication_slots WHERE active"))
          .contains("reconciled_crm");
      assertThat(daemon.report().stores()).isNotEmpty();
    }
  }

  @Test
  void itShowsAndAsksBeforeItRemoves() throws SQLException {
    asIfFollowed();

    assertThat(forget("crm")).isEqualTo(ExitCode.UNVERIFIED);
    assertThat(printed)
        .contains("replication slot reconciled_crm, keeps ", "publication reconciled_crm, of 1")
        .contains("Nothing was removed", "--yes", "There is no state database");
    answer = Optional.of("n");
    assertThat(forget("crm")).isEqualTo(ExitCode.UNVERIFIED);
    assertThat(inCrm("SELECT pubname FROM pg_publication")).isNotEmpty();
    answer = Optional.of("y");
    assertThat(forget("crm")).isEqualTo(ExitCode.CONSISTENT);
    assertThat(inCrm("SELECT pubname FROM pg_publication")).isEmpty();
    assertThat(questions).hasSize(3);
    assertThat(folder.resolve("state.mv.db")).doesNotExist();
  }

  @Test
  void whatIsNotOursToDropIsNamedWithItsStatement() throws SQLException {
    asIfFollowed();
    var server = Servers.shared().postgres();
    server
        .admin(stores.crm())
        .execute("ALTER PUBLICATION reconciled_crm OWNER TO " + server.adminUser());

    assertThat(forget("crm", "--yes")).isEqualTo(ExitCode.UNVERIFIED);

    assertThat(printed)
        .contains("removed: replication slot reconciled_crm")
        .contains("not removed: publication reconciled_crm: ")
        .contains("DROP PUBLICATION IF EXISTS \"reconciled_crm\";");
  }

  @Test
  void aStoreThatIsDownIsForgottenHere() throws Exception {
    try (StateDatabase state = state();
        Connection connection = state.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE \"capture-position-crm\" (id varchar(36))");
    }
    Path connector = folder.resolve("connectors/crm.yaml");
    Files.writeString(
        connector, Files.readString(connector).replaceFirst("127\\.0\\.0\\.1:\\d+", "127.0.0.1:1"));

    assertThat(forget("crm", "--yes")).isEqualTo(ExitCode.UNVERIFIED);

    assertThat(printed)
        .contains("store crm: could not", "removed: table capture-position-crm")
        .contains("SELECT pg_drop_replication_slot('reconciled_crm');", "DROP PUBLICATION");
  }

  @Test
  void aStoreWhoseConnectorIsGoneIsForgottenInTheState() throws Exception {
    try (StateDatabase state = state();
        Connection connection = state.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE \"capture-position-old$5f$crm\" (id varchar(36))");
    }

    assertThat(forget("old_crm", "--yes")).isEqualTo(ExitCode.CONSISTENT);

    assertThat(printed)
        .contains("No connector is named old_crm any more")
        .contains("SELECT pg_drop_replication_slot('reconciled_old_crm');")
        .contains("removed: table capture-position-old$5f$crm");
    assertThat(forget("old_crm", "--yes")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(printed).contains("No connector is named old_crm, and the state database");
  }

  private void asIfFollowed() throws SQLException {
    stores.crm(
        "CREATE PUBLICATION reconciled_crm FOR TABLE subscriber",
        "SELECT pg_create_logical_replication_slot('reconciled_crm', 'pgoutput')");
  }

  private StateDatabase state() {
    return StateDatabase.open(
        new StateUrl("jdbc:h2:file:" + folder.resolve("state")),
        "reconciled",
        new io.reconciled.model.Secret("reconciled"));
  }

  private List<String> inCrm(String sql) throws SQLException {
    return rows(stores.crm().connect(), sql);
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    try (connection;
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }
}
