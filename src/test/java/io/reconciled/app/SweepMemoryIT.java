package io.reconciled.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.reconciled.servers.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep of a million keys in each store, as a process of its own with little memory. */
class SweepMemoryIT {
  private static final long KEYS = 1_000_000;
  private static final int MINUTES = 10;
  private static final int BATCH = 20_000;
  private static final String RULES =
      """
      entity: subscriber
      key: { type: integer }
      grace: 1s
      datasets:
        crm: { table: subscriber, key: id, attributes: { msisdn: msisdn, status: status } }
        billing: { table: account, key: id, attributes: { msisdn: phone, status: state } }
        profiles: { collection: profiles, key: _id, attributes: { msisdn: phone, status: state } }
      rules:
        - present: [crm, billing, profiles]
        - equal: [msisdn, status]
          authority: crm
      """;

  @TempDir private Path folder;

  @Test
  void findsTenDifferencesAmongAMillionKeysIn256Megabytes()
      throws IOException, InterruptedException, SQLException {
    ThreeStores stores = new ThreeStores("large");
    fill(stores);
    plantTen(stores);

    Path report = folder.resolve("report.txt");
    Process sweep =
        Workspace.current()
            .spawn(
                new ProcessBuilder(command(stores.configure(folder, RULES)))
                    .redirectErrorStream(true)
                    .redirectOutput(report.toFile()));

    assertThat(sweep.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.readString(report))
        .containsPattern("present +broken: 6 confirmed, 0 suspected, 0 resolved")
        .containsPattern("equal msisdn, status +broken: 4 confirmed, 0 suspected, 0 resolved")
        .contains("subscriber: %,d keys at the last sweep (complete".formatted(KEYS + 2))
        .doesNotContain("not verified");
    assertThat(sweep.exitValue()).isEqualTo(ExitCode.INCONSISTENT);
  }

  private static List<String> command(List<String> options) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "sweep"));
    command.addAll(options);
    return command;
  }

  private static void fill(ThreeStores stores) throws SQLException {
    stores.crm(
        "CREATE TABLE subscriber (id bigint PRIMARY KEY, msisdn text, status text)",
        "INSERT INTO subscriber SELECT n, '+4366' || n, 'active' FROM generate_series(1, %d) s(n)"
            .formatted(KEYS));
    stores.billing(
        "CREATE TABLE account (id bigint PRIMARY KEY, phone varchar(20), state varchar(10))",
        "INSERT INTO account SELECT seq, CONCAT('+4366', seq), 'active' FROM seq_1_to_" + KEYS);
    for (long first = 1; first <= KEYS; first += BATCH) {
      stores.profiles(
          LongStream.range(first, Math.min(first + BATCH, KEYS + 1))
              .mapToObj(SweepMemoryIT::profile)
              .toList());
    }
  }

  private static Document profile(long key) {
    return new Document("_id", key).append("phone", "+4366" + key).append("state", "active");
  }

  /** Six in presence, at the ends and in the middle; four in values. */
  private static void plantTen(ThreeStores stores) throws SQLException {
    stores.crm("DELETE FROM subscriber WHERE id = " + KEYS / 2);
    stores.billing(
        "DELETE FROM account WHERE id IN (1, %d)".formatted(KEYS / 3),
        "INSERT INTO account VALUES (0, '+43660', 'active')",
        "UPDATE account SET phone = '+4366' WHERE id = 2",
        "UPDATE account SET state = 'Active' WHERE id = " + KEYS / 4);
    stores.profiles(List.of(profile(KEYS + 1)));
    stores.inProfiles(profiles -> {
      profiles.deleteOne(Filters.eq(KEYS));
      profiles.updateOne(Filters.eq(KEYS - 1), Updates.set("state", "closed"));
      profiles.updateOne(Filters.eq(KEYS / 5), Updates.unset("phone"));
    });
  }
}
