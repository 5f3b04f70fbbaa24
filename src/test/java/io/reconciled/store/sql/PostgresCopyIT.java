package io.reconciled.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.CompositeShape;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.Image;
import io.reconciled.model.KeyRange;
import io.reconciled.model.KeyShape;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import io.reconciled.servers.Database;
import io.reconciled.servers.RefusingProxy;
import io.reconciled.servers.Servers;
import io.reconciled.store.Scan;
import io.reconciled.store.ScannedRow;
import io.reconciled.store.Store;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Scans by COPY, and when they are not. */
class PostgresCopyIT {
  private static final StoreName NAME = new StoreName("tested");
  private static final SharedKey KEY = SharedKey.of(1);
  private static final List<String> ODD_TEXTS =
      List.of(
          "", "'", "''; --", "\\", "\\'", "a\\nb", "\n\t", "?", "{0}", "$1", "é語😀", "\"", ":x");

  private final Database database =
      Servers.shared().postgres().admin(Servers.shared().postgres().freshDatabase("copied"));

  @Test
  void rowsComeByCopy() throws SQLException {
    database.execute("CREATE VIEW asked AS SELECT 1 AS id, current_query() AS by");

    assertThat(scannedBy(database)).startsWith("COPY (");
  }

  @Test
  void aPoolerThatKnowsNoCopyIsAskedByACursor() throws SQLException, IOException {
    database.execute("CREATE VIEW asked AS SELECT 1 AS id, current_query() AS by");
    try (RefusingProxy pooler = new RefusingProxy(Servers.shared().postgres().port(), "COPY (")) {
      String url = pooler.url(database);

      assertThat(
              scannedBy(new Database(database.name(), url, database.user(), database.password())))
          .startsWith("select ");
    }
  }

  @Test
  void textOfNoKnownEncodingIsAskedByACursor() throws SQLException {
    String name = database.name() + "_ascii";
    database.execute(
        "CREATE DATABASE %s TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'".formatted(name));
    String url = database.url().replace("/" + database.name(), "/" + name);
    Database ascii = new Database(name, url, database.user(), database.password());
    ascii.execute("CREATE VIEW asked AS SELECT 1 AS id, current_query() AS by");

    assertThat(scannedBy(ascii)).startsWith("select ");
  }

  @Test
  void textsThatMeanSomethingInSqlAreKeysAndBounds() throws SQLException {
    database.execute(
        "ALTER DATABASE %s SET standard_conforming_strings = off".formatted(database.name()),
        "CREATE TABLE odd (k text PRIMARY KEY, v text)");
    put("INSERT INTO odd VALUES (?, ?)", ODD_TEXTS);
    List<SharedKey> ordered = ODD_TEXTS.stream().map(SharedKey::of).sorted().toList();
    Dataset dataset = dataset("odd", List.of("k"), KeyType.TEXT, Map.of("v", "v"));

    try (Store store = open(database)) {
      for (SharedKey bound : ordered) {
        KeyRange head = new KeyRange(Optional.empty(), Optional.of(bound));
        KeyRange tail = new KeyRange(Optional.of(bound), Optional.empty());
        assertThat(Stream.of(head, tail).flatMap(range -> scan(store, dataset, range).stream()))
            .as("cut at %s", bound)
            .isEqualTo(read(store, dataset, ordered));
      }
    }
  }

  @Test
  void textsAreTheSameWithinAKeyOfSeveralParts() throws SQLException {
    database.execute("CREATE TABLE odd (k text, l char(5), n numeric)");
    put("INSERT INTO odd VALUES (?, 'x', 1), (?, 'xy', 2)", ODD_TEXTS);
    KeyShape shape = new CompositeShape(List.of(KeyType.TEXT, KeyType.TEXT, KeyType.INTEGER));
    Dataset dataset = dataset("odd", List.of("k", "l", "n"), shape, Map.of("v", "l"));
    List<SharedKey> ordered =
        ODD_TEXTS.stream()
            .flatMap(text -> Stream.of(composite(text, "x", 1), composite(text, "xy", 2)))
            .sorted()
            .toList();

    try (Store store = open(database)) {
      assertThat(scan(store, dataset, KeyRange.ALL)).isEqualTo(read(store, dataset, ordered));
    }
  }

  @Test
  void aTypeThatChangesIsSeenByTheNextScan() throws SQLException {
    database.execute("CREATE TABLE t (id int, v int)", "INSERT INTO t VALUES (1, 65)");
    Dataset dataset = dataset("t", List.of("id"), KeyType.INTEGER, Map.of("v", "v"));

    try (Store store = open(database)) {
      assertThat(only(store, dataset)).isEqualTo(Value.number(65));
      database.execute("ALTER TABLE t ALTER v TYPE text");
      assertThat(only(store, dataset)).isEqualTo(Value.text("65"));
      database.execute("ALTER TABLE t ALTER v TYPE money USING 65");
      assertThat(only(store, dataset)).isEqualTo(new Value.Unmapped("money"));
    }
  }

  @Test
  void aKeyOfAnotherTypeIsAKeyWhereItsValueIsOne() throws SQLException {
    database.execute(
        "CREATE TABLE t (id numeric, v text)",
        "INSERT INTO t VALUES (1, 'a'), (2.5, 'b'), ('NaN', 'c'), (NULL, 'd'), (-3.00, 'e'),"
            + " (9223372036854775807, 'f'), (-9223372036854775808, 'g'), (1e19, 'h')");
    Dataset dataset = dataset("t", List.of("id"), KeyType.INTEGER, Map.of("v", "v"));

    try (Store store = open(database)) {
      assertThat(scan(store, dataset, KeyRange.ALL))
          .containsExactlyInAnyOrder(
              new ScannedRow.Keyless("null key"),
              new ScannedRow.Keyless("key of type decimal"),
              new ScannedRow.Keyless("key of type decimal"),
              new ScannedRow.Keyless("key of type notfinite"),
              keyed(store, dataset, Long.MIN_VALUE),
              keyed(store, dataset, -3),
              keyed(store, dataset, 1),
              keyed(store, dataset, Long.MAX_VALUE));
    }
  }

  @Test
  void numbersAndTimesOfEverySizeAreTheImageRead() throws SQLException {
    database.execute(
        "CREATE TABLE many (id bigint PRIMARY KEY, n numeric, s numeric(30,10), d float8, r float4,"
            + " z timestamptz(3), t timestamp, y date, i interval)",
        "INSERT INTO many SELECT g, (random() - 0.5)::numeric(30, 20) * 10 ^ (g % 60 - 30)::numeric,"
            + " round(((random() - 0.5) * 10 ^ (g % 19))::numeric, g % 10),"
            + " (random() - 0.5) * 10 ^ (g % 40 - 20), ((random() - 0.5) * 10 ^ (g % 30 - 15))::float4,"
            + " timestamptz '2000-01-01Z' + (random() - 0.5) * 10 ^ (g % 12) * interval '1 s',"
            + " timestamp '2000-01-01' + (random() - 0.5) * 10 ^ (g % 12) * interval '1 s',"
            + " date '2000-01-01' + ((random() - 0.5) * 10 ^ (g % 7))::int,"
            + " (random() - 0.5) * 10 ^ (g % 12) * interval '1 s'"
            + " FROM generate_series(1, 2000) AS s(g)",
        "INSERT INTO many (id, n) SELECT 5000 + row_number() OVER (), n::numeric FROM unnest(ARRAY["
            + "'0', '-0.0', '10', '10000', '99999999', '100000000', '0.0001', '0.00010', '-0.1',"
            + " '9999999999999999', '-9999999999999999', '10000000000000000', '1e-20', '0.10000001',"
            + " '12345678.9', '-32768.5', '0.0128', '0.32768', '-0.128', '9223372036854775808',"
            + " '-9223372036854775809', '1e100', '1.5e-100']) AS u(n)");
    Dataset dataset =
        dataset(
            "many",
            List.of("id"),
            KeyType.INTEGER,
            Map.of("n", "n", "s", "s", "d", "d", "r", "r", "z", "z", "t", "t", "y", "y", "i", "i"));

    try (Store store = open(database)) {
      List<ScannedRow> scanned = scan(store, dataset, KeyRange.ALL);
      List<SharedKey> keys = scanned.stream().map(row -> ((ScannedRow.Keyed) row).key()).toList();

      assertThat(scanned).hasSize(2_023).isEqualTo(read(store, dataset, keys));
    }
  }

  private void put(String insert, List<String> texts) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(insert)) {
      for (String text : texts) {
        statement.setString(1, text);
        statement.setString(2, text);
        statement.executeUpdate();
      }
    }
  }

  private static String scannedBy(Database database) {
    Dataset dataset = dataset("asked", List.of("id"), KeyType.INTEGER, Map.of("by", "by"));
    try (Store store = open(database)) {
      only(store, dataset);
      return ((Value.Text) only(store, dataset)).text();
    }
  }

  private static Value only(Store store, Dataset dataset) {
    List<ScannedRow> rows = scan(store, dataset, KeyRange.ALL);
    assertThat(rows).hasSize(1);
    ScannedRow.Keyed row = (ScannedRow.Keyed) rows.getFirst();
    assertThat(row.key()).isEqualTo(KEY);
    return row.image().attributes().values().iterator().next();
  }

  private static List<ScannedRow> scan(Store store, Dataset dataset, KeyRange range) {
    return ScannedRow.drain(store, Scan.of(dataset, range));
  }

  private static List<ScannedRow> read(Store store, Dataset dataset, List<SharedKey> keys) {
    Map<SharedKey, Image> images = store.read(dataset, keys);
    List<ScannedRow> rows = new ArrayList<>();
    keys.forEach(key -> rows.add(new ScannedRow.Keyed(key, (Image.Present) images.get(key))));
    return rows;
  }

  private static ScannedRow keyed(Store store, Dataset dataset, long key) {
    return read(store, dataset, List.of(SharedKey.of(key))).getFirst();
  }

  private static SharedKey composite(String text, String other, long number) {
    return new SharedKey.Composite(
        List.of(
            new SharedKey.TextKey(text),
            new SharedKey.TextKey(other),
            new SharedKey.IntegerKey(number)));
  }

  private static Store open(Database database) {
    return SqlStoreKind.postgres().open(database.asStore(NAME));
  }

  private static Dataset dataset(
      String table, List<String> key, KeyShape shape, Map<String, String> attributes) {
    return new Dataset(
        new EntityName("copied"),
        new DatasetName("copied"),
        NAME,
        List.of(table),
        key,
        shape,
        attributes,
        Optional.empty(),
        false,
        false);
  }
}
