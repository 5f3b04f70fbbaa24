package io.reconciled.faults;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.reconciled.app.InProcess;
import io.reconciled.app.ThreeStores;
import io.reconciled.discrepancy.Discrepancy;
import io.reconciled.model.EntityName;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Subscribers in three fresh stores, alike at first, and a model of what is wrong since. */
final class ThreeServices {
  static final EntityName SUBSCRIBER = new EntityName("subscriber");
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
        - { name: status, equal: status, authority: crm }
      """;
  private final ThreeStores stores;
  private final Set<String> wrong = new TreeSet<>();
  private long key;

  ThreeServices(String prefix, Path folder, long keys) throws SQLException, IOException {
    stores = new ThreeStores(prefix);
    stores.fillAlike(keys);
    stores.configure(folder, RULES);
  }

  /** Changes one subscriber that was never changed before, in all stores. */
  void change() throws SQLException {
    long id = ++key;
    inCrm(id);
    inBilling(id);
    inProfiles(id);
  }

  /** As {@link #change}, but billing never hears of it. */
  void lose() throws SQLException {
    long id = ++key;
    inCrm(id);
    inProfiles(id);
    wrong.add(Long.toString(id));
  }

  /** Changes one in crm alone, for now. */
  long beginChange() throws SQLException {
    long id = ++key;
    inCrm(id);
    return id;
  }

  /** Brings it to the others. */
  void endChange(long id) throws SQLException {
    inBilling(id);
    inProfiles(id);
  }

  /** As {@link #change}, and billing's clock is so much ahead, or behind. */
  void changeWithBillingAt(long seconds) throws SQLException {
    long id = beginChange();
    stores.billing(
        "SET @@timestamp = unix_timestamp() + " + seconds,
        "UPDATE account SET state = 'closed' WHERE subscriber_id = " + id);
    inProfiles(id);
  }

  /** Makes right what was lost first. */
  void mendFirst() throws SQLException {
    String first = wrong.iterator().next();
    inBilling(Long.parseLong(first));
    wrong.remove(first);
  }

  private void inBilling(long id) throws SQLException {
    stores.billing("UPDATE account SET state = 'closed' WHERE subscriber_id = " + id);
  }

  private void inCrm(long id) throws SQLException {
    stores.crm("UPDATE subscriber SET status = 'closed' WHERE id = " + id);
  }

  private void inProfiles(long id) {
    stores.inProfiles(
        profiles -> profiles.updateOne(Filters.eq(id), Updates.set("state", "closed")));
  }

  /** Waits until what is wrong is confirmed, and nothing else. */
  void awaitExact(InProcess daemon) {
    await().atMost(PATIENCE).until(() -> confirmed(daemon).equals(wrong));
  }

  private static Set<String> confirmed(InProcess daemon) {
    return daemon.confirmed().stream()
        .map(Discrepancy::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  ThreeStores stores() {
    return stores;
  }
}
