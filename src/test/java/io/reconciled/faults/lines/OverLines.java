package io.reconciled.faults.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import io.reconciled.app.InProcess;
import io.reconciled.app.ThreeStores;
import io.reconciled.discrepancy.Discrepancy;
import io.reconciled.model.EntityName;
import io.reconciled.report.CaptureState.Mode;
import io.reconciled.report.Gap;
import io.reconciled.report.RuleReport;
import io.reconciled.report.StoreState;
import io.reconciled.servers.Servers;
import io.reconciled.servers.SwitchedLine;
import io.reconciled.sweep.Sweep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * A daemon over three stores, each at the end of a line that can fail, which hold one entity alike
 * but for what was lost on purpose. Each pair of stores has a rule of its own.
 */
final class OverLines implements AutoCloseable {
  static final List<String> STORES = List.of("crm", "billing", "profiles");
  static final EntityName SUBSCRIBER = new EntityName("subscriber");
  private static final long KEYS = 200;
  private static final Pattern PASSWORD = Pattern.compile("password: (\\w+)");
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String RULES =
      """
      entity: subscriber
      key: { type: integer }
      grace: 1s
      datasets:
        crm: { table: subscriber, key: id, attributes: { status: status } }
        billing: { table: account, key: subscriber_id, attributes: { status: state } }
        profiles: { collection: profiles, key: _id, attributes: { status: state } }
      rules:
        - { name: crm-billing, present: [crm, billing] }
        - { name: billing-profiles, present: [billing, profiles] }
        - { name: crm-profiles, present: [crm, profiles] }
      """;
  private final ThreeStores stores;
  private final Path folder;
  private final Map<String, SwitchedLine> lines = new TreeMap<>();
  private final Set<String> lost = new TreeSet<>();
  private InProcess daemon;
  private long lastKey = KEYS;

  private OverLines(ThreeStores stores, Path folder) {
    this.stores = stores;
    this.folder = folder;
  }

  /** Fills the stores, starts a daemon, and waits until it follows them and has swept them. */
  static OverLines start(String prefix, Servers servers, Path folder)
      throws SQLException, IOException {
    return start(prefix, servers, folder, STORES);
  }

  /** The same, with lines to some of the stores alone. */
  static OverLines start(String prefix, Servers servers, Path folder, List<String> lined)
      throws SQLException, IOException {
    ThreeStores stores = new ThreeStores(prefix, servers).withEveryConnector("timeout: 2s");
    OverLines made = new OverLines(stores, folder);
    stores.fillAlike(KEYS);
    for (String store : lined) {
      made.lines.put(store, stores.over(store));
    }
    stores.configure(folder, RULES);
    made.keepPasswordsInFiles();
    made.daemon = InProcess.start(folder);
    made.daemon.awaitSettled(SUBSCRIBER);
    return made;
  }

  private void keepPasswordsInFiles() throws IOException {
    for (String store : STORES) {
      Path connector = folder.resolve("connectors").resolve(store + ".yaml");
      String text = Files.readString(connector);
      Matcher password = PASSWORD.matcher(text);
      if (password.find()) {
        writePassword(store, password.group(1));
        Files.writeString(
            connector, password.replaceFirst("passwordFile: ../" + store + ".password"));
      }
    }
  }

  /** Writes what the daemon is to log in with. */
  void writePassword(String store, String password) throws IOException {
    Files.writeString(folder.resolve(store + ".password"), password + "\n");
  }

  ThreeStores stores() {
    return stores;
  }

  InProcess daemon() {
    return daemon;
  }

  SwitchedLine line(String store) {
    return Map.copyOf(lines).get(store);
  }

  /** Ends the daemon, and starts another over the same files and state. */
  void restart() {
    daemon.close();
    daemon = InProcess.start(folder);
  }

  /** A new subscriber in all stores but one, which loses it; returns its key. */
  String loseIn(String store) throws SQLException {
    long key = ++lastKey;
    if (!store.equals("crm")) {
      stores.crm("INSERT INTO subscriber VALUES (%d, 'active')".formatted(key));
    }
    if (!store.equals("billing")) {
      stores.billing("INSERT INTO account VALUES (%d, 'active')".formatted(key));
    }
    if (!store.equals("profiles")) {
      stores.profiles(List.of(new Document("_id", key).append("state", "active")));
    }
    lost(store, key);
    return Long.toString(key);
  }

  /** A new subscriber in all three stores. */
  void arrive() throws SQLException {
    long key = ++lastKey;
    stores.crm("INSERT INTO subscriber VALUES (%d, 'active')".formatted(key));
    stores.billing("INSERT INTO account VALUES (%d, 'active')".formatted(key));
    stores.profiles(List.of(new Document("_id", key).append("state", "active")));
  }

  /** One subscriber of those that were there from the start is deleted in one store alone. */
  String deleteIn(String store, long key) throws SQLException {
    switch (store) {
      case "crm" -> stores.crm("DELETE FROM subscriber WHERE id = " + key);
      case "billing" -> stores.billing("DELETE FROM account WHERE subscriber_id = " + key);
      default -> stores.inProfiles(profiles -> profiles.deleteOne(Filters.eq("_id", key)));
    }
    lost(store, key);
    return Long.toString(key);
  }

  private void lost(String store, long key) {
    STORES.stream()
        .filter(other -> !other.equals(store))
        .forEach(other -> lost.add(rule(store, other) + " " + key));
  }

  /** The rule between two stores. */
  static String rule(String one, String other) {
    return STORES.stream().filter(Set.of(one, other)::contains).collect(Collectors.joining("-"));
  }

  /** What is confirmed, each as its rule and its key. */
  Set<String> confirmed() {
    return daemon.confirmed().stream()
        .map(OverLines::inWords)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String inWords(Discrepancy discrepancy) {
    return discrepancy.rule() + " " + discrepancy.key();
  }

  void awaitConfirmed(String rule, String key, Duration within) {
    await()
        .atMost(within)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> confirmed().contains(rule + " " + key));
  }

  /** Waits until all that was lost is confirmed; what else is confirmed is false. */
  void awaitAllLost() {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(confirmed()).containsAll(lost));
    assertThat(confirmed()).isEqualTo(lost);
  }

  void awaitFollowing(String store) {
    awaitStore(store, state -> state.reachable() && state.capture().mode() == Mode.FOLLOWING);
  }

  void awaitNotFollowing(String store) {
    awaitStore(store, state -> !state.reachable() && state.capture().mode() != Mode.FOLLOWING);
  }

  private void awaitStore(String store, Predicate<StoreState> is) {
    await()
        .atMost(PATIENCE)
        .until(() ->
            daemon.report().stores().stream()
                .filter(state -> state.store().equals(store))
                .anyMatch(is));
  }

  void awaitComplete(long sweep) {
    await()
        .atMost(PATIENCE)
        .until(() ->
            daemon.sweeps().stream()
                .anyMatch(one -> one.id() == sweep && one.state() == Sweep.State.COMPLETE));
  }

  /** Why the rule is not verified at this moment; empty where it is. */
  List<Gap> gaps(String rule) {
    return daemon
        .report()
        .allRules()
        .filter(report -> report.rule().equals(rule))
        .map(RuleReport::gaps)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() throws SQLException {
    lines.values().forEach(SwitchedLine::mend);
    daemon.close();
    lines.values().forEach(SwitchedLine::close);
    stores.dropSlots();
  }
}
