package io.reconciled.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that cannot be compared are told as what they are, and all others are compared. */
class BadDataIT {
  private static final long KEYS = 20;
  private static final String RULES =
      """
      entity: subscriber
      key: { type: integer }
      grace: 300ms
      datasets:
        crm: { table: subscriber, key: id, attributes: { status: status, plan: plan, level: level } }
        billing: { table: account, key: subscriber_id, attributes: { status: state, plan: plan } }
        profiles: { collection: profiles, key: _id, attributes: { status: state, level: level } }
      rules:
        - present: [crm, billing, profiles]
        - equal: status
        - equal: plan
        - equal: level
      """;

  private final ThreeStores stores = new ThreeStores("baddata");
  @TempDir private Path folder;

  @BeforeEach
  void fillAllAlike() throws SQLException {
    stores.crm(
        "CREATE TABLE subscriber (id bigint, status text, plan text, level int4range)",
        "ALTER TABLE subscriber REPLICA IDENTITY FULL",
        "INSERT INTO subscriber SELECT n, 'active', 'basic' FROM generate_series(1, %d) s(n)"
            .formatted(KEYS));
    stores.billing(
        "CREATE TABLE account (subscriber_id bigint, state varchar(20), plan varchar(20))",
        "INSERT INTO account SELECT seq, 'active', 'basic' FROM seq_1_to_" + KEYS);
    stores.profiles(
        LongStream.rangeClosed(1, KEYS)
            .mapToObj(
                key -> new Document("_id", key).append("state", "active").append("level", null))
            .toList());
  }

  private record Swept(int exitCode, String report) {}

  private Swept sweep() throws IOException {
    StringWriter text = new StringWriter();
    List<String> command = new ArrayList<>(List.of("sweep"));
    command.addAll(stores.configure(folder, RULES));
    int exitCode =
        Main.commandLine()
            .setOut(new PrintWriter(text))
            .setErr(new PrintWriter(text))
            .execute(command.toArray(String[]::new));
    return new Swept(exitCode, text.toString());
  }

  @Test
  void whatIsAlikeIsConsistent() throws IOException {
    Swept swept = sweep();

    assertThat(swept.report()).contains("subscriber: 20 keys at the last sweep (complete");
    assertThat(swept.exitCode()).as(swept.report()).isEqualTo(ExitCode.CONSISTENT);
  }

  @Test
  void aKeyWithTwoRowsIsADiscrepancyAndOthersAreComparedAllTheSame()
      throws IOException, SQLException {
    stores.crm("INSERT INTO subscriber VALUES (3, 'closed', 'basic')");
    stores.billing("UPDATE account SET plan = 'gold' WHERE subscriber_id = 7");

    Swept swept = sweep();

    assertThat(swept.report())
        .containsPattern("present +broken: 1 confirmed")
        .containsPattern("equal plan +broken: 1 confirmed")
        .contains("duplicate, 1 key")
        .contains("keys with several rows: 1");
    assertThat(swept.exitCode()).isEqualTo(ExitCode.INCONSISTENT);
  }

  @Test
  void rowsWithoutKeyAreCountedAndOthersAreComparedAllTheSame() throws IOException, SQLException {
    stores.billing("INSERT INTO account VALUES (NULL, 'active', 'basic'), (NULL, NULL, NULL)");
    stores.profiles(List.of(new Document("state", "active")));
    stores.billing("DELETE FROM account WHERE subscriber_id = 9");

    Swept swept = sweep();

    assertThat(swept.report())
        .contains("billing: null key: 2")
        .contains("profiles: key of type bytes: 1")
        .containsPattern("present +broken: 1 confirmed");
    assertThat(swept.exitCode()).isEqualTo(ExitCode.INCONSISTENT);
  }

  @Test
  void aValueThatHasNoMappingIsUnverifiedByTheNameOfItsType() throws IOException, SQLException {
    stores.crm("UPDATE subscriber SET level = '[1,5)' WHERE id = 5");
    stores.profiles(
        List.of(
            new Document("_id", KEYS + 1)
                .append("state", new BsonTimestamp())
                .append("level", null)));
    stores.crm("INSERT INTO subscriber VALUES (%d, 'active', 'basic')".formatted(KEYS + 1));
    stores.billing("INSERT INTO account VALUES (%d, 'active', 'basic')".formatted(KEYS + 1));

    Swept swept = sweep();

    assertThat(swept.report())
        .containsPattern("present +holds")
        .containsPattern("equal plan +holds")
        .containsPattern("equal status +unverified")
        .contains("type timestamp in profiles")
        .containsPattern("equal level +unverified")
        .contains("type int4range in crm");
    assertThat(swept.exitCode()).isEqualTo(ExitCode.UNVERIFIED);
  }
}
