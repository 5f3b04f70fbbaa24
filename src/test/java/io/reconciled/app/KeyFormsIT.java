package io.reconciled.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.app.OneSweep.Swept;
import io.reconciled.sweep.Sweep;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bson.BsonBinary;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One entity whose keys three stores keep in three forms. */
class KeyFormsIT {
  private static final int KEYS = 2_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String RULES =
      """
      entity: subscriber
      key: { type: %s }
      grace: 300ms
      datasets:
        crm:      { table: subscriber, key: sid, attributes: { status: status } }
        billing:  { table: subscriber, key: sid, attributes: { status: status } }
        profiles: { collection: profiles, key: sid, attributes: { status: status } }
      rules:
        - present: [crm, billing, profiles]
        - equal: status
      """;

  private final ThreeStores stores = new ThreeStores("forms");
  @TempDir private Path folder;

  private static String values(Stream<String> keys) {
    return keys.map(key -> "(%s, 'ACTIVE')".formatted(key)).collect(Collectors.joining(", "));
  }

  @Test
  void numbersThatTwoStoresKeepAsText() throws SQLException, IOException {
    List<Long> keys =
        LongStream.concat(
                LongStream.range(-KEYS / 2, KEYS / 2),
                LongStream.of(Long.MIN_VALUE, Long.MAX_VALUE, 999_999_999_999_999L))
            .boxed()
            .toList();
    stores.crm(
        "CREATE TABLE subscriber (sid bigint PRIMARY KEY, status text)",
        "INSERT INTO subscriber VALUES " + values(keys.stream().map(Object::toString)));
    stores.billing(
        "CREATE TABLE subscriber (sid varchar(30), status varchar(10), KEY by_sid (sid))",
        "INSERT INTO subscriber VALUES ('007', 'LOST'), "
            + values(keys.stream().map(key -> "'" + key + "'")),
        "DELETE FROM subscriber WHERE sid = '-3'",
        "UPDATE subscriber SET status = 'CLOSED' WHERE sid = '42'",
        "UPDATE subscriber SET sid = '0100' WHERE sid = '100'",
        "INSERT INTO subscriber VALUES ('77', 'ACTIVE')");
    List<Document> documents = new ArrayList<>();
    keys.forEach(
        key -> documents.add(new Document("sid", Long.toString(key)).append("status", "ACTIVE")));
    documents.removeIf(document -> document.get("sid").equals("5"));
    documents.add(new Document("sid", 6L).append("status", "ACTIVE"));
    stores.profiles(documents);

    differExactly("integer", "-3", "42", "100", "77", "5", "6");
  }

  @Test
  void uuidsThatTwoStoresKeepAsBytesAndAsText() throws SQLException, IOException {
    List<UUID> keys =
        LongStream.range(0, KEYS)
            .mapToObj(n -> new UUID(n * 0x9E37_79B9_7F4A_7C15L, Long.MIN_VALUE | n << 8))
            .toList();
    stores.crm(
        "CREATE TABLE subscriber (sid uuid PRIMARY KEY, status text)",
        "INSERT INTO subscriber VALUES " + values(keys.stream().map(key -> "'" + key + "'")));
    stores.billing(
        "CREATE TABLE subscriber (sid binary(16) PRIMARY KEY, status varchar(10))",
        "INSERT INTO subscriber VALUES "
            + values(keys.stream().map(key -> "x'" + key.toString().replace("-", "") + "'")),
        "DELETE FROM subscriber WHERE sid = x'%s'"
            .formatted(keys.get(10).toString().replace("-", "")));
    List<Document> documents = new ArrayList<>();
    for (int n = 0; n < KEYS; n++) {
      UUID key = keys.get(n);
      Object stored =
          switch (n % 3) {
            case 0 -> new BsonBinary(key);
            case 1 -> key.toString();
            default -> key.toString().toUpperCase(Locale.ROOT);
          };
      documents.add(new Document("sid", stored).append("status", n == 20 ? "CLOSED" : "ACTIVE"));
    }
    documents.removeLast();
    stores.profiles(documents);

    differExactly(
        "uuid", keys.get(10).toString(), keys.get(20).toString(), keys.getLast().toString());
  }

  private void differExactly(String type, String... keys) throws IOException {
    stores.configure(folder, RULES.formatted(type));
    try (OneSweep sweep =
        new OneSweep(folder.resolve("connectors"), folder.resolve("reconcile-rules"))) {
      Swept swept = sweep.sweep();

      assertThat(swept.sweep().state()).isEqualTo(Sweep.State.COMPLETE);
      assertThat(swept.suspects()).containsExactlyInAnyOrder(keys);
      assertThat(sweep.settle(PATIENCE)).containsExactlyInAnyOrder(keys);
    }
  }
}
