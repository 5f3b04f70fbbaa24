package io.reconciled.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.reconciled.app.InProcess;
import io.reconciled.app.ThreeStores;
import io.reconciled.model.EntityName;
import io.reconciled.report.Gap;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Logs that show less than whole rows: the shared key is not the primary key in crm, and not the
 * {@code _id} in profiles, which keeps no images from before a change.
 */
class KeysAndImagesIT {
  private static final String SUBSCRIBER = "subscriber";
  private static final long KEYS = 40;
  private static final String LONG_TEXT =
      "(SELECT string_agg(md5(i::text), '') FROM" + " generate_series(1, 3000) t(i))";
  private static final String RULES =
      """
      entity: subscriber
      key: { type: integer }
      grace: 500ms
      datasets:
        crm:
          table: public.subscriber
          key: id
          attributes: { status: status, note: note }
        billing:
          table: account
          key: id
          attributes: { status: status }
        profiles:
          collection: profiles
          key: number
          attributes: { status: contact.status }
      rules:
        - { name: everywhere, present: [crm, billing, profiles] }
        - { name: status, equal: status, authority: crm }
      """;

  private final ThreeStores stores = new ThreeStores("images");
  @TempDir private Path folder;
  private InProcess daemon;
  private Watched watched;

  @BeforeEach
  void start() throws SQLException, IOException {
    stores.crm(
        "CREATE TABLE subscriber (row_id serial PRIMARY KEY, id bigint UNIQUE, status text, note"
            + " text, remark text)",
        "INSERT INTO subscriber (id, status, note) SELECT n, 'active', %s FROM generate_series(1, %d)"
                .formatted(LONG_TEXT, KEYS)
            + " s(n)");
    stores.billing(
        "CREATE TABLE account (id bigint PRIMARY KEY, status varchar(20), remark text)",
        "INSERT INTO account SELECT seq, 'active', NULL FROM seq_1_to_" + KEYS);
    stores.profiles(
        LongStream.rangeClosed(1, KEYS)
            .mapToObj(key ->
                new Document("number", key)
                    .append("contact", new Document("status", "active").append("phone", "1")))
            .toList());
    stores.configure(folder, RULES);
    daemon = InProcess.start(folder);
    watched = new Watched(daemon);
    daemon.awaitSettled(new EntityName(SUBSCRIBER));
  }

  @AfterEach
  void end() throws SQLException {
    daemon.close();
    stores.dropSlots();
  }

  @Test
  void whatTheLogShowsIsFoundByItsChangeAndWhatItHidesByASweep() throws SQLException {
    // A long value that did not change is not sent; the row is read all the same.
    stores.crm("UPDATE subscriber SET status = 'closed' WHERE id = 1");
    stores.inProfiles(profiles ->
        profiles.updateOne(Filters.eq("number", 2), Updates.set("contact.status", "closed")));
    // What no rule maps.
    stores.crm("UPDATE subscriber SET remark = 'new' WHERE id = 3");
    stores.billing("UPDATE account SET remark = 'new' WHERE id = 3");
    stores.inProfiles(
        profiles -> profiles.updateOne(Filters.eq("number", 3), Updates.set("contact.phone", "2")));
    // A full row image shows the former key; a default replica identity and documents do not.
    stores.billing("UPDATE account SET id = 105 WHERE id = 5");
    stores.crm("UPDATE subscriber SET id = 106 WHERE id = 6");
    stores.inProfiles(
        profiles -> profiles.updateOne(Filters.eq("number", 7), Updates.set("number", 107L)));
    stores.billing("DELETE FROM account WHERE id = 8");
    stores.crm("DELETE FROM subscriber WHERE id = 9");
    stores.inProfiles(profiles -> profiles.deleteOne(Filters.eq("number", 10)));

    watched.awaitConfirmed(SUBSCRIBER, "1", "105", "106", "107", "2", "5", "8");
    // One more, so that any of the others would have been confirmed as well.
    stores.crm("UPDATE subscriber SET status = 'closed' WHERE id = 20");
    watched.awaitConfirmed(SUBSCRIBER, "1", "105", "106", "107", "2", "20", "5", "8");

    daemon.sweep(new EntityName(SUBSCRIBER));
    watched.awaitConfirmed(
        SUBSCRIBER, "1", "10", "105", "106", "107", "2", "20", "5", "6", "7", "8", "9");
  }

  @Test
  void rowImagesThatAreCutLeaveTheStoreBehindUntilTheyAreWhole() throws SQLException {
    stores.billing("SET GLOBAL binlog_row_image = MINIMAL");
    try {
      stores.billing("UPDATE account SET status = 'closed' WHERE id = 11");
      await()
          .atMost(Watched.PATIENCE)
          .untilAsserted(() ->
              assertThat(watched.gaps(SUBSCRIBER))
                  .anySatisfy(gap -> {
                    assertThat(gap.reason()).isEqualTo(Gap.Reason.BEHIND);
                    assertThat(gap.detail()).contains("binlog_row_image");
                  }));
    } finally {
      stores.billing("SET GLOBAL binlog_row_image = FULL");
    }
    watched.awaitVerified(SUBSCRIBER, "11");
    stores.billing("UPDATE account SET status = 'closed' WHERE id = 12");
    watched.awaitVerified(SUBSCRIBER, "11", "12");
  }
}
