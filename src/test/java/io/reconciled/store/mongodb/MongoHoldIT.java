package io.reconciled.store.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reconciled.model.Secret;
import io.reconciled.model.StoreName;
import io.reconciled.servers.Database;
import io.reconciled.servers.MongoServer;
import io.reconciled.store.Hold;
import io.reconciled.store.StoreSettings;
import java.net.URI;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** As a user who may read, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MongoHoldIT {
  private static final String HERE = "reconciled host-a:1 since 2026-01-31T12:00:00Z";
  private static final String THERE = "reconciled host-b:1 since 2026-01-31T11:00:00Z";
  private MongoServer server;
  private Database reader;

  @BeforeAll
  void start() {
    server = MongoServer.startWithUsers();
    reader = server.user("reader", "reader");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private Hold hold(String store, String process) {
    return new MongoFeed(process).hold(settings(store));
  }

  private StoreSettings settings(String store) {
    return new StoreSettings(
        new StoreName(store),
        URI.create(reader.url()),
        reader.user(),
        new Secret(reader.password()),
        StoreSettings.DEFAULT_TIMEOUT,
        Map.of());
  }

  /** Another's sign, which came between the two looks of a hold. */
  private MongoConnection sign(String name) {
    MongoConnection sign = new MongoConnection(settings("at_once"), name);
    sign.admin().runCommand(new Document("ping", 1));
    return sign;
  }

  @Test
  void isOneDaemonsUntilThatGivesItBack() {
    try (Hold first = hold("kept", THERE);
        Hold second = hold("kept", HERE)) {
      assertThat(first.renew()).isEmpty();
      assertThat(second.renew())
          .hasValueSatisfying(
              complaint -> assertThat(complaint.what()).contains("by " + THERE + " kept@admin"));
      assertThat(first.renew()).isEmpty();
      first.close();
      await().until(() -> second.renew().isEmpty());
      assertThat(first.renew())
          .hasValueSatisfying(
              complaint -> assertThat(complaint.what()).contains("by " + HERE + " kept@admin"));
    }
  }

  @Test
  void aProcessIsNotInItsOwnWay() {
    try (Hold former = hold("again", HERE);
        Hold hold = hold("again", HERE)) {
      assertThat(former.renew()).isEmpty();
      assertThat(hold.renew()).isEmpty();
    }
  }

  @Test
  void ofTwoThatCameAtOnceOneMakesWay() {
    try (Hold hold = hold("at_once", HERE)) {
      assertThat(hold.renew()).isEmpty();
      try (MongoConnection higher = sign(THERE + " at_once@admin")) {
        assertThat(hold.renew()).isEmpty();
      }
      try (MongoConnection lower = sign("reconciled a:1 since 2026 at_once@admin")) {
        assertThat(hold.renew()).isPresent();
      }
    }
  }

  @Test
  void storesOfOtherNamesAreHeldBesideEachOther() {
    try (Hold profiles = hold("profiles", HERE);
        Hold others = hold("others", THERE)) {
      assertThat(profiles.renew()).isEmpty();
      assertThat(others.renew()).isEmpty();
    }
  }
}
