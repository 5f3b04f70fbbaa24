package io.reconciled.faults.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reconciled.app.InProcess;
import io.reconciled.app.ThreeStores;
import io.reconciled.discrepancy.Discrepancy;
import io.reconciled.model.EntityName;
import io.reconciled.report.EntityReport;
import io.reconciled.report.Gap;
import io.reconciled.report.RuleReport;
import io.reconciled.sweep.Sweep;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Code;
import org.bson.types.Decimal128;
import org.bson.types.MinKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that cannot be read: they are told, and those beside them are verified all the same. */
class PoisonIT {
  private static final EntityName SUBSCRIBER = new EntityName("subscriber");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long KEYS = 300;
  private static final long POISON = 77;
  private final ThreeStores stores = new ThreeStores("poison");
  @TempDir private Path folder;
  private InProcess daemon;

  @AfterEach
  void end() throws SQLException {
    daemon.close();
    stores.dropSlots();
  }

  private void start(String rules) throws IOException {
    stores.configure(folder, rules);
    daemon = InProcess.start(folder);
    daemon.awaitSettled(SUBSCRIBER);
  }

  private void awaitConfirmed(String... keys) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(daemon.confirmed()).extracting(Discrepancy::key).contains(keys));
  }

  private List<Gap> gaps(String rule) {
    return daemon
        .report()
        .allRules()
        .filter(report -> report.rule().equals(rule))
        .map(RuleReport::gaps)
        .findFirst()
        .orElseThrow();
  }

  private void awaitNothingWaits() {
    await()
        .atMost(PATIENCE)
        .until(() ->
            daemon.report().entities().stream().mapToLong(EntityReport::waitingKeys).sum() == 0);
  }

  private Sweep sweep() {
    long id = daemon.sweep(SUBSCRIBER).id();
    await().atMost(PATIENCE).until(() -> swept(id).finished().isPresent());
    return swept(id);
  }

  private Sweep swept(long id) {
    return daemon.sweeps().stream().filter(one -> one.id() == id).findFirst().orElseThrow();
  }

  @Test
  void aRowThatBreaksItsQueryIsUnverifiedAlone() throws SQLException, IOException {
    stores.crm(
        "CREATE TABLE written (id bigint PRIMARY KEY, status text)",
        "INSERT INTO written SELECT n, '1' FROM generate_series(1, %d) s(n)".formatted(KEYS),
        "CREATE VIEW subscriber AS SELECT id, status::int AS status FROM written");
    stores.billing(
        "CREATE TABLE account (subscriber_id bigint PRIMARY KEY, state int)",
        "INSERT INTO account SELECT seq, 1 FROM seq_1_to_" + KEYS);
    stores.profiles(
        LongStream.rangeClosed(1, KEYS)
            .mapToObj(key -> new Document("_id", key).append("state", 1))
            .toList());
    start(
        """
        entity: subscriber
        key: { type: integer }
        grace: 1s
        datasets:
          crm: { view: subscriber, key: id, attributes: { status: status } }
          billing: { table: account, key: subscriber_id, attributes: { status: state } }
          profiles: { collection: profiles, key: _id, attributes: { status: state } }
        rules:
          - { name: everywhere, present: [crm, billing, profiles] }
        """);

    stores.crm("UPDATE written SET status = 'one' WHERE id = " + POISON);
    stores.billing(
        "DELETE FROM account WHERE subscriber_id = 5",
        "UPDATE account SET state = 2 WHERE subscriber_id BETWEEN 10 AND 200");

    awaitConfirmed("5");
    awaitNothingWaits();
    assertThat(gaps("everywhere"))
        .singleElement()
        .satisfies(gap -> {
          assertThat(gap.reason()).isEqualTo(Gap.Reason.TYPE);
          assertThat(gap.keys()).contains(1L);
          assertThat(gap.detail()).contains("store crm").doesNotContain("one");
        });

    stores.crm("DELETE FROM written WHERE id IN (3, 299)");
    Sweep poisoned = sweep();
    awaitConfirmed("3", "5", "299");
    assertThat(poisoned.state()).isEqualTo(Sweep.State.INCOMPLETE);
    assertThat(poisoned.unread()).containsOnlyKeys("crm");
    assertThat(poisoned.unread().get("crm"))
        .startsWith("keys [%d, %d)".formatted(POISON - 1, POISON + 1));
    assertThat(daemon.confirmed()).extracting(Discrepancy::key).containsOnly("3", "5", "299");

    stores.crm("UPDATE written SET status = '1' WHERE id = " + POISON);
    assertThat(sweep().state()).isEqualTo(Sweep.State.COMPLETE);
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(gaps("everywhere")).isEmpty());
  }

  @Test
  void aKeyWhoseLookFailsIsTriedAgainAndHoldsUpNoOther() throws SQLException, IOException {
    stores.crm(
        "CREATE TABLE subscriber (id bigint PRIMARY KEY)",
        "INSERT INTO subscriber SELECT n FROM generate_series(1, %d) s(n)".formatted(KEYS));
    stores.billing(
        "CREATE TABLE account (id bigint PRIMARY KEY)",
        "INSERT INTO account SELECT seq FROM seq_1_to_" + KEYS);
    start(
        """
        entity: subscriber
        key: { type: integer }
        grace: 1s
        datasets:
          crm: { table: subscriber, key: id }
          billing: { table: account, key: id }
        rules:
          - { name: everywhere, present: [crm, billing] }
        """);
    inState(
        "ALTER TABLE discrepancy ADD CONSTRAINT poison CHECK (shared_key <> '%d')"
            .formatted(POISON));

    stores.billing("DELETE FROM account WHERE id BETWEEN 70 AND 79");

    awaitConfirmed("70", "71", "72", "73", "74", "75", "76", "78", "79");
    assertThat(gaps("everywhere"))
        .singleElement()
        .satisfies(gap -> {
          assertThat(gap.reason()).isEqualTo(Gap.Reason.TYPE);
          assertThat(gap.detail()).startsWith("the key cannot be looked at: StateRefused");
        });
    inState("ALTER TABLE discrepancy DROP CONSTRAINT poison");
    awaitConfirmed(Long.toString(POISON));
    assertThat(gaps("everywhere")).isEmpty();
  }

  private void inState(String statement) throws SQLException {
    try (Connection connection = daemon.state().getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  @Test
  void valuesAtTheEndsOfTheirTypesKeepNoOtherFromBeingRead() throws SQLException, IOException {
    stores.crm(
        "CREATE TABLE subscriber (id bigint PRIMARY KEY, number numeric, at timestamptz, day date,"
            + " document jsonb, measure float8, content bytea, note text)",
        "INSERT INTO subscriber SELECT n FROM generate_series(1, 40) s(n)");
    stores.billing(
        "CREATE TABLE account (id bigint PRIMARY KEY, number decimal(65,30), at datetime(6),"
            + " day date, document json, measure double, content longblob, note longtext,"
            + " kind enum('a'), bits bit(64), since year, lasts time)",
        "INSERT INTO account (id) SELECT seq FROM seq_1_to_40");
    stores.profiles(
        LongStream.rangeClosed(1, 40).mapToObj(key -> new Document("_id", key)).toList());
    start(
        """
        entity: subscriber
        key: { type: integer }
        grace: 1s
        datasets:
          crm: { table: subscriber, key: id, attributes:
            { number: number, at: at, day: day, document: document, measure: measure, content: content, note: note } }
          billing: { table: account, key: id, attributes:
            { number: number, at: at, day: day, document: document, measure: measure, content: content, note: note,
              kind: kind, bits: bits, since: since, lasts: lasts } }
          profiles: { collection: profiles, key: _id, attributes: { odd: odd } }
        rules:
          - { name: everywhere, present: [crm, billing, profiles] }
          - { equal: number }
          - { equal: document }
          - { equal: at }
        """);

    String nested = "[".repeat(5_000) + "]".repeat(5_000);
    stores.crm(
        "UPDATE subscriber SET number = 'NaN' WHERE id = 1",
        "UPDATE subscriber SET number = '-Infinity' WHERE id = 2",
        "UPDATE subscriber SET number = 1e1000 WHERE id = 3",
        "UPDATE subscriber SET number = 1e-1000 WHERE id = 4",
        "UPDATE subscriber SET at = 'infinity' WHERE id = 5",
        "UPDATE subscriber SET at = '4713-01-01 00:00:00+00 BC' WHERE id = 6",
        "UPDATE subscriber SET at = '294276-12-31 23:59:59+00' WHERE id = 7",
        "UPDATE subscriber SET day = '-infinity' WHERE id = 8",
        "UPDATE subscriber SET day = '5874897-12-31' WHERE id = 9",
        "UPDATE subscriber SET document = '%s' WHERE id = 10".formatted(nested),
        "UPDATE subscriber SET measure = 'NaN' WHERE id = 11",
        "UPDATE subscriber SET content = decode(repeat('00', 1000000), 'hex') WHERE id = 12",
        "UPDATE subscriber SET note = repeat('x', 2000000) WHERE id = 13",
        "UPDATE subscriber SET document = '{\"\\\\u0041\": 1e400}' WHERE id = 14");
    stores.billing(
        "SET SESSION sql_mode = ''",
        "UPDATE account SET at = '0000-00-00', day = '0000-00-00' WHERE id = 15",
        "UPDATE account SET day = '2024-00-10', since = 0 WHERE id = 16",
        "UPDATE account SET lasts = '-838:59:59.9' WHERE id = 17",
        "UPDATE account SET kind = 'b' WHERE id = 18",
        "UPDATE account SET bits = b'%s' WHERE id = 19".formatted("1".repeat(64)),
        "UPDATE account SET number = -99999999999999999999999999999999999.999999999999999999"
            + " WHERE id = 20",
        "UPDATE account SET document = '%s' WHERE id = 21"
            .formatted("[".repeat(30) + "]".repeat(30)),
        "SET SESSION sql_mode = 'ALLOW_INVALID_DATES'",
        "UPDATE account SET day = '2024-02-31' WHERE id = 22");
    odd(
        Map.of(
            23L,
            Decimal128.NaN,
            24L,
            Decimal128.NEGATIVE_INFINITY,
            25L,
            Decimal128.parse("9.99E+6144"),
            26L,
            new Date(Long.MAX_VALUE),
            27L,
            new Date(Long.MIN_VALUE),
            28L,
            new MinKey(),
            29L,
            new Binary((byte) 3, new byte[16]),
            30L,
            new Code("f()"),
            31L,
            nested(90),
            32L,
            "x".repeat(2_000_000)));
    stores.billing("DELETE FROM account WHERE id IN (33, 34)");

    awaitConfirmed("33", "34");
    awaitNothingWaits();
    assertThat(gaps("everywhere")).isEmpty();
    assertThat(sweep().state()).isEqualTo(Sweep.State.COMPLETE);
    awaitNothingWaits();
    assertThat(gaps("everywhere")).isEmpty();
    assertThat(
            daemon.confirmed().stream().filter(found -> found.rule().value().equals("everywhere")))
        .extracting(Discrepancy::key)
        .containsExactlyInAnyOrder("33", "34");
  }

  private void odd(Map<Long, Object> values) {
    stores.inProfiles(profiles ->
        values.forEach((key, value) ->
            profiles.updateOne(
                new Document("_id", key), new Document("$set", new Document("odd", value)))));
  }

  private static Document nested(int depth) {
    Document document = new Document();
    for (int level = 0; level < depth; level++) {
      document = new Document("in", document);
    }
    return document;
  }
}
