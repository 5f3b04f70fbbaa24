package io.reconciled.faults.logs;

import static io.reconciled.report.Gap.Reason.EMPTIED;
import static io.reconciled.report.Gap.Reason.LOG_LOST;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.reconciled.app.ThreeStores;
import io.reconciled.report.Gap;
import io.reconciled.servers.Database;
import io.reconciled.servers.MongoServer;
import io.reconciled.servers.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An oplog that rolled over while the daemon was away. */
class MongoLogLostIT {
  private static final String MEGABYTE = "x".repeat(1 << 20);
  @TempDir private Path folder;
  private MongoServer server;
  private Subscribers subscribers;

  @BeforeEach
  void start() throws SQLException, IOException {
    server = MongoServer.startWithShortOplog();
    Servers shared = Servers.shared();
    subscribers =
        new Subscribers(
            new ThreeStores("oplog", shared.postgres(), shared.mariaDb(), server), folder);
  }

  @AfterEach
  void end() throws SQLException {
    subscribers.close();
    server.close();
  }

  @Test
  void anOplogThatRolledOverLeavesADoubtThatOnlyAFullSweepSettles() throws IOException {
    subscribers.stopDaemon();
    close(7);
    rollOver();
    subscribers.holdSweeps();

    subscribers.startDaemon();
    subscribers.awaitInDoubt("profiles", LOG_LOST);
    assertThat(subscribers.allGaps().getFirst().detail()).contains("oplog no longer goes back");

    subscribers.restartDaemon();
    subscribers.awaitInDoubt("profiles", LOG_LOST);
    assertThat(subscribers.confirmed()).isEmpty();

    subscribers.letSweepsGo();
    subscribers.awaitConfirmed(7L);
    subscribers.awaitVerified();
    close(8);
    subscribers.awaitConfirmed(7L, 8L);
  }

  @Test
  @Tag("long")
  void anotherReplicaSetLeavesADoubt() throws IOException {
    try (MongoServer other = MongoServer.startNew()) {
      Database database = other.freshDatabase("profiles");
      try (MongoClient client = MongoClients.create(database.url())) {
        MongoCollection<Document> profiles =
            client.getDatabase(database.name()).getCollection("profiles");
        profiles.insertMany(Subscribers.documents());
        close(6);
        subscribers.awaitConfirmed(6L);
        subscribers.stopDaemon();
        profiles.updateOne(Filters.eq("_id", 7L), Updates.set("state", "closed"));
      }
      Path connector = folder.resolve("connectors/profiles.yaml");
      Files.writeString(
          connector, Files.readString(connector).replaceAll("url: .*", "url: " + database.url()));
      subscribers.holdSweeps();

      subscribers.startDaemon();
      Subscribers.until(() -> subscribers.allGaps().stream().anyMatch(MongoLogLostIT::isDoubt));

      subscribers.letSweepsGo();
      subscribers.awaitConfirmed(7L);
      subscribers.awaitVerified();
      subscribers.stopDaemon();
    }
  }

  private static boolean isDoubt(Gap gap) {
    return gap.reason() == LOG_LOST || gap.reason() == EMPTIED;
  }

  private void close(long key) {
    subscribers
        .stores()
        .inProfiles(
            profiles -> profiles.updateOne(Filters.eq("_id", key), Updates.set("state", "closed")));
  }

  /** Writes until the oldest entry is younger than the last one before. */
  private void rollOver() {
    try (MongoClient client = MongoClients.create(server.url())) {
      MongoCollection<Document> oplog = client.getDatabase("local").getCollection("oplog.rs");
      MongoCollection<Document> filler = client.getDatabase("filler").getCollection("filler");
      BsonTimestamp last = time(oplog, -1);
      Subscribers.until(() -> {
        for (int i = 0; i < 8; i++) {
          filler.insertOne(new Document("text", MEGABYTE));
        }
        return time(oplog, 1).compareTo(last) > 0;
      });
    }
  }

  private static BsonTimestamp time(MongoCollection<Document> oplog, int order) {
    Document entry = oplog.find().sort(new Document("$natural", order)).first();
    return entry.get("ts", BsonTimestamp.class);
  }
}
