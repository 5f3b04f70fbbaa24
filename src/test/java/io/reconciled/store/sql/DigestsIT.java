package io.reconciled.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.CompositeShape;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyRange;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.servers.Database;
import io.reconciled.servers.DatabaseServer;
import io.reconciled.servers.Servers;
import io.reconciled.store.CanonicalRow;
import io.reconciled.store.Digest;
import io.reconciled.store.Scan;
import io.reconciled.store.ScannedRow;
import io.reconciled.store.Store;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What PostgreSQL and MariaDB digest, against a model that digests what their scans give. */
class DigestsIT {
  private static final KeyRange ALL = KeyRange.ALL;
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private final Database crm = Servers.shared().postgres().freshDatabase("digests");
  private final Database billing = Servers.shared().mariaDb().freshDatabase("digests");
  private final Store postgres = open("crm", SqlStoreKind.postgres(), crm);
  private final Store mariaDb =
      open("billing", SqlStoreKind.mariaDb(), Servers.shared().mariaDb().admin(billing));

  private static Store open(String name, SqlStoreKind kind, Database database) {
    return kind.open(database.asStore(new StoreName(name), TIMEOUT));
  }

  @AfterEach
  void close() {
    postgres.close();
    mariaDb.close();
  }

  @Test
  void integersOfEveryWidth() {
    for (List<String> type :
        List.of(
            List.of("smallint", "smallint", "32767"),
            List.of("smallint", "tinyint", "127"),
            List.of("integer", "mediumint", "8388607"),
            List.of("integer", "int", "2147483647"),
            List.of("bigint", "bigint", "9223372036854775807"),
            List.of("bigint", "int(10) unsigned zerofill", "42"))) {
      String most = type.get(2);
      boolean signed = !type.get(1).contains("unsigned");
      agree(
          type.get(0),
          type.get(1),
          "NULL",
          "0",
          "1",
          "7",
          most,
          signed ? "-1" : "2",
          signed ? "-" + most + " - 1" : "3");
    }
  }

  @Test
  void texts() {
    String[] biting = {
      "NULL",
      "''",
      "' '",
      "'a '",
      "'a'",
      "'A'",
      "'it''s'",
      "'\"'",
      "'a,b'",
      "'5:x'",
      "'-'",
      "'\u00E9'",
      "'e\u0301'",
      "'\uD83D\uDE00'",
      "'\uFFFF'",
      "'t1:\t'",
      "'" + "\u00FCx".repeat(9_000) + "'"
    };
    agree("text", "longtext", biting);
    agree("text", "mediumtext CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci", biting);
    agree("varchar", "varchar(200) CHARACTER SET latin1", "'\u00E9'", "' b '", "NULL", "''");
  }

  @Test
  void truths() {
    agree("boolean", "boolean", "NULL", "TRUE", "FALSE");
    differ("smallint", "tinyint(1)", "1");
    agree("smallint", "tinyint(1)", "5");
  }

  @Test
  void uuids() {
    agree(
        "uuid",
        "uuid",
        "NULL",
        "'00000000-0000-0000-0000-00000000000A'",
        "'f0e1d2c3-b4a5-4687-9980-0123456789ab'");
    differ("uuid", "varchar(36)", "'f0e1d2c3-b4a5-4687-9980-0123456789ab'");
  }

  @Test
  void dates() {
    String[] days =
        IntStream.range(0, 4_000)
            .mapToObj(i -> "'" + java.time.LocalDate.of(1, 1, 1).plusDays(i * 913L) + "'")
            .toArray(String[]::new);
    agree("date", "date", days);
    agree("date", "date", "NULL", "'1582-10-10'", "'2024-02-29'", "'9999-12-31'", "'1970-01-01'");
  }

  @Test
  void numbersWhateverTheirScale() {
    agree(
        "numeric",
        "decimal(65,30)",
        "NULL",
        "0",
        "-0.00",
        "0.5",
        "-0.5",
        "10",
        "100.10",
        "1.000",
        "12345678901234567890123456789012345.000000000000000000000000000001");
    agree("numeric(10,4)", "decimal(6,1)", "0", "120", "-9999.5");
    agree("integer", "decimal(12,3)", "0", "120", "-100");
  }

  @Test
  void valuesWithoutACanonicalFormAreLikeNone() throws SQLException {
    Dataset mine =
        table(mariaDb, billing, "date NOT NULL", "'0000-00-00'", "'2024-00-10'", "'2024-02-30'");
    isModelled(mariaDb, mine);
    Dataset theirs = table(postgres, crm, "date", "'infinity'", "'-infinity'", "'0044-03-15 BC'");
    isModelled(postgres, theirs);
  }

  @Test
  void whatIsNotOnTheListIsNotDigested() throws SQLException {
    for (String type : List.of("float8", "timestamptz", "jsonb", "char(3)", "bytea", "text[]")) {
      Dataset dataset = table(postgres, crm, type);
      assertThat(postgres.noDigest(dataset, List.of("value"))).as(type).isPresent();
      assertThat(postgres.digest(dataset, ALL, List.of("value"))).isEqualTo(Digest.NONE);
    }
    for (String type : List.of("json", "double", "datetime", "enum('a')", "char(3)", "blob")) {
      Dataset dataset = table(mariaDb, billing, type);
      assertThat(mariaDb.noDigest(dataset, List.of("value"))).as(type).isPresent();
    }
  }

  @Test
  void keysThatComeTwiceOrAreNullHaveNoBits() throws SQLException {
    for (Store store : List.of(postgres, mariaDb)) {
      Database database = store == postgres ? crm : billing;
      Dataset dataset = table(store, database, "int", "1", "2", "3");
      execute(database, "INSERT INTO digested VALUES (1, 2), (2, 2)");
      assertThat(store.digest(dataset, ALL, List.of("value")))
          .isEqualTo(new Digest(5, Optional.empty()));
      assertThat(store.digest(dataset, from(2), List.of("value")).bits()).isPresent();
      execute(database, "INSERT INTO digested VALUES (NULL, 2)");
      assertThat(store.digest(dataset, ALL, List.of("value"))).isEqualTo(Digest.NONE);
      assertThat(store.digest(dataset, from(2), List.of("value")).bits()).isPresent();
    }
  }

  @Test
  void whatTheServerCutIsNoDigest() throws SQLException {
    Dataset dataset = table(mariaDb, billing, "int");
    execute(billing, "INSERT INTO digested SELECT seq, 1 FROM seq_1_to_400000");
    assertThat(mariaDb.digest(dataset, ALL, List.of("value")))
        .isEqualTo(new Digest(400_000, Optional.empty()));
    assertThat(mariaDb.digest(dataset, from(200_001), List.of("value")).bits()).isPresent();
  }

  @Test
  void keysOfTextAndOfSeveralParts() throws SQLException {
    String rows =
        "('', 2), (' ', 1), ('a', 2), ('A', 1), ('a ', 1), ('a', -1), ('\u00E9', 1), ('e\u0301', 1),"
            + " ('\uFFFD', 1), ('\uD83D\uDE00', 1), ('it''s', 1), ('a', NULL)";
    for (String collation : List.of("utf8mb4_nopad_bin", "utf8mb4_general_ci")) {
      execute(billing, "DROP TABLE IF EXISTS parts");
      execute(
          billing,
          "CREATE TABLE parts (name varchar(20) CHARACTER SET utf8mb4 COLLATE %s, part int)"
              .formatted(collation));
      execute(billing, "INSERT INTO parts VALUES " + rows);
      execute(crm, "DROP TABLE IF EXISTS parts");
      execute(crm, "CREATE TABLE parts (name text COLLATE \"C\", part smallint)");
      execute(crm, "ALTER TABLE parts OWNER TO " + crm.user());
      execute(crm, "INSERT INTO parts VALUES " + rows);
      KeyRange keyed =
          new KeyRange(Optional.of(parts("", 2)), Optional.of(parts("\uD83D\uDE00", 2)));
      KeyRange less = new KeyRange(Optional.of(parts("A", 2)), keyed.to());
      Digest all = isModelled(postgres, parts(postgres), keyed);
      assertThat(all.rows()).isEqualTo(11);
      assertThat(isModelled(postgres, parts(postgres), less).isLike(all)).isFalse();
      if (collation.equals("utf8mb4_nopad_bin")) {
        assertThat(isModelled(mariaDb, parts(mariaDb), keyed)).isEqualTo(all);
      } else {
        assertThat(mariaDb.digest(parts(mariaDb), keyed, List.of()))
            .as("keys that the collation takes for equal are not told apart")
            .isEqualTo(new Digest(11, Optional.empty()));
      }
    }
  }

  private static SharedKey parts(String name, long part) {
    return new SharedKey.Composite(
        List.of(new SharedKey.TextKey(name), new SharedKey.IntegerKey(part)));
  }

  private static Dataset parts(Store store) {
    Dataset dataset =
        new Dataset(
            new EntityName("part"),
            new DatasetName(store.name().value()),
            store.name(),
            List.of("parts"),
            List.of("name", "part"),
            new CompositeShape(List.of(KeyType.TEXT, KeyType.INTEGER)),
            Map.of(),
            Optional.empty(),
            false,
            false);
    store.ordering(dataset);
    return dataset;
  }

  private static KeyRange from(long key) {
    return new KeyRange(Optional.of(SharedKey.of(key)), Optional.empty());
  }

  private void agree(String inPostgres, String inMariaDb, String... values) {
    assertThat(digest(postgres, crm, inPostgres, values))
        .as("%s and %s", inPostgres, inMariaDb)
        .isEqualTo(digest(mariaDb, billing, inMariaDb, values));
  }

  private void differ(String inPostgres, String inMariaDb, String... values) {
    assertThat(digest(postgres, crm, inPostgres, values).bits())
        .isPresent()
        .isNotEqualTo(digest(mariaDb, billing, inMariaDb, values).bits());
  }

  private static Digest digest(Store store, Database database, String type, String... values) {
    try {
      return isModelled(store, table(store, database, type, values));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The digest, which is that of the rows that a scan gives. */
  private static Digest isModelled(Store store, Dataset dataset) {
    return isModelled(store, dataset, ALL);
  }

  private static Digest isModelled(Store store, Dataset dataset, KeyRange range) {
    List<String> value = dataset.sortedAttributes();
    assertThat(store.noDigest(dataset, value)).isEmpty();
    List<ScannedRow.Keyed> rows =
        ScannedRow.drain(store, Scan.of(dataset, range)).stream()
            .map(ScannedRow.Keyed.class::cast)
            .toList();
    Digest digest = store.digest(dataset, range, value);
    assertThat(digest)
        .as("%s", rows.size() > 20 ? "many" : rows)
        .isEqualTo(CanonicalRow.digest(rows, value, dataset.name().value()));
    return digest;
  }

  private static Dataset table(Store store, Database database, String type, String... values)
      throws SQLException {
    execute(database, "DROP TABLE IF EXISTS digested");
    execute(database, "CREATE TABLE digested (id bigint, value %s)".formatted(type));
    execute(database, "CREATE INDEX by_id ON digested (id)");
    if (database.url().startsWith("postgres")) {
      execute(database, "ALTER TABLE digested OWNER TO " + database.user());
    }
    if (values.length > 0) {
      execute(
          database,
          "INSERT INTO digested VALUES "
              + IntStream.range(0, values.length)
                  .mapToObj(i -> "(%d, %s)".formatted(i - 1, values[i]))
                  .collect(Collectors.joining(", ")));
    }
    return new Dataset(
        new EntityName("subscriber"),
        new DatasetName(store.name().value()),
        store.name(),
        List.of("digested"),
        "id",
        KeyType.INTEGER,
        Map.of("value", "value"));
  }

  private static void execute(Database database, String statement) throws SQLException {
    DatabaseServer server =
        database.url().startsWith("postgres")
            ? Servers.shared().postgres()
            : Servers.shared().mariaDb();
    if (statement.startsWith("INSERT") && server == Servers.shared().mariaDb()) {
      server.admin(database).execute("SET sql_mode = 'ALLOW_INVALID_DATES'", statement);
    } else {
      server.admin(database).execute(statement);
    }
  }
}
