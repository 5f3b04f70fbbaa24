package io.reconciled.faults.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reconciled.app.InProcess;
import io.reconciled.app.ThreeStores;
import io.reconciled.discrepancy.Discrepancy;
import io.reconciled.model.EntityName;
import io.reconciled.report.CaptureState;
import io.reconciled.report.CaptureState.Mode;
import io.reconciled.report.Gap;
import io.reconciled.report.Outcome;
import io.reconciled.report.Report;
import io.reconciled.report.RuleReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bson.Document;

/**
 * Subscribers in three stores that agree, and a daemon over them whose sweeps can be held back:
 * what is so before a sweep can then be looked at for as long as it takes.
 */
final class Subscribers implements AutoCloseable {
  static final long COUNT = 200;
  private static final EntityName SUBSCRIBER = new EntityName("subscriber");
  private static final List<String> STORES = List.of("crm", "billing", "profiles");
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String RULES =
      """
      entity: subscriber
      key: { type: integer }
      grace: 500ms
      datasets:
        crm: { table: subscriber, key: id, attributes: { status: status } }
        billing: { table: account, key: subscriber_id, attributes: { status: state } }
        profiles: { collection: profiles, key: _id, attributes: { status: state } }
      rules:
        - { name: present, present: [crm, billing, profiles] }
        - { name: status, equal: status, authority: crm }
      """;
  private final ThreeStores stores;
  private final Path folder;
  private final Path pause;
  private InProcess daemon;

  /** Returns when all is verified. */
  Subscribers(ThreeStores stores, Path folder) throws SQLException, IOException {
    this.stores = stores;
    this.folder = folder;
    this.pause = folder.resolve("pause");
    createCrm();
    createBilling();
    stores.profiles(documents());
    stores.configure(folder, RULES);
    for (String store : STORES) {
      Path connector = folder.resolve("connectors").resolve(store + ".yaml");
      Files.writeString(
          connector, Files.readString(connector) + "sweep: { pauseFile: " + pause + " }\n");
    }
    this.daemon = InProcess.start(folder);
    awaitVerified();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(STORES).allSatisfy(store -> assertThat(place(store)).isPresent()));
  }

  /** Where the store's log is read on from, as it is on record; empty where nothing is. */
  Optional<String> place(String store) {
    try (Connection connection = daemon.state().getConnection();
        Statement statement = connection.createStatement();
        ResultSet place =
            statement.executeQuery("SELECT offset_val FROM \"capture-position-" + store + "\"")) {
      return place.next() ? Optional.of(place.getString(1)) : Optional.empty();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  ThreeStores stores() {
    return stores;
  }

  InProcess daemon() {
    return daemon;
  }

  Path folder() {
    return folder;
  }

  void createCrm() throws SQLException {
    stores.crm(
        "CREATE TABLE subscriber (id bigint PRIMARY KEY, status text)",
        "INSERT INTO subscriber SELECT n, 'active' FROM generate_series(1, %d) s(n)"
            .formatted(COUNT));
  }

  void createBilling() throws SQLException {
    stores.billing(
        "CREATE TABLE account (subscriber_id bigint PRIMARY KEY, state varchar(20))",
        "INSERT INTO account SELECT seq, 'active' FROM seq_1_to_" + COUNT);
  }

  static List<Document> documents() {
    return LongStream.rangeClosed(1, COUNT)
        .mapToObj(key -> new Document("_id", key).append("state", "active"))
        .toList();
  }

  void stopDaemon() {
    daemon.close();
  }

  void startDaemon() {
    daemon = InProcess.start(folder);
  }

  /** As a crash would, as far as the state database can tell. */
  void restartDaemon() {
    stopDaemon();
    startDaemon();
  }

  void holdSweeps() throws IOException {
    Files.createFile(pause);
  }

  void letSweepsGo() throws IOException {
    Files.delete(pause);
  }

  /** Waits until every log is followed and the report says so of the store; sweeps are held. */
  void awaitInDoubt(String store, Gap.Reason reason) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(gaps(reason)).as(allGaps().toString()).contains(store);
          assertAllFollowed();
        });
    assertThat(daemon.report().verdict()).isNotEqualTo(Outcome.CONSISTENT);
    assertThat(gaps(reason)).as(allGaps().toString()).containsExactly(store);
  }

  /** Waits until nothing is in doubt and every rule was verified, found broken or not. */
  void awaitVerified() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(allGaps()).isEmpty();
          assertAllFollowed();
        });
  }

  /** Waits until exactly these are reported. */
  void awaitConfirmed(Long... keys) {
    Set<String> expected =
        Set.of(keys).stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(confirmed()).as(allGaps().toString()).isEqualTo(expected));
  }

  Set<String> confirmed() {
    return daemon.confirmed().stream()
        .map(Discrepancy::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  long completeSweeps() {
    return daemon.sweeps().stream()
        .filter(sweep -> sweep.entity().equals(SUBSCRIBER))
        .filter(sweep -> sweep.state() == io.reconciled.sweep.Sweep.State.COMPLETE)
        .count();
  }

  /** The stores for which the report gives the reason. */
  Set<String> gaps(Gap.Reason reason) {
    return allGaps().stream()
        .filter(gap -> gap.reason() == reason)
        .flatMap(gap -> gap.store().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  List<Gap> allGaps() {
    Report report = daemon.report();
    return report.allRules().map(RuleReport::gaps).flatMap(List::stream).toList();
  }

  private void assertAllFollowed() {
    assertThat(STORES)
        .allSatisfy(store ->
            assertThat(daemon.capture(store))
                .as(store)
                .returns(Mode.FOLLOWING, CaptureState::mode));
  }

  static void until(BooleanSupplier condition) {
    await().atMost(PATIENCE).until(condition::getAsBoolean);
  }

  @Override
  public void close() throws SQLException {
    daemon.close();
    stores.dropSlots();
  }
}
