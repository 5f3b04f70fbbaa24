package io.reconciled.store.mongodb;

import com.mongodb.MongoCommandException;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoDatabase;
import io.reconciled.store.Load;
import io.reconciled.store.Load.Figure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;

/** What a MongoDB server shows of its clients and, as a secondary, of its replication. */
final class MongoLoad {
  private static final int UNAUTHORIZED = 13;
  private static final int NO_REPLICATION_ENABLED = 76;
  private static final int PRIMARY = 1;
  private static final int SECONDARY = 2;
  private final MongoDatabase admin;
  private final String user;
  private final ReadPreference at;

  /**
   * @param mayLag whether a secondary is asked where there is one
   */
  MongoLoad(MongoDatabase admin, String user, boolean mayLag) {
    this.admin = admin;
    this.user = user;
    this.at = mayLag ? admin.getReadPreference() : ReadPreference.primary();
  }

  Load now() {
    return new Load(
        ask("serverStatus", MongoLoad::activeClients), ask("replSetGetStatus", MongoLoad::lag));
  }

  private <T> Figure<T> ask(String command, Function<BsonDocument, Figure<T>> reading) {
    try {
      return reading.apply(
          admin.runCommand(new BsonDocument(command, new BsonInt32(1)), at, BsonDocument.class));
    } catch (MongoCommandException answer) {
      return switch (answer.getErrorCode()) {
        case UNAUTHORIZED ->
            new Load.Hidden<>(
                "db.grantRolesToUser('%s', [{role: 'clusterMonitor', db: 'admin'}])"
                    .formatted(user));
        case NO_REPLICATION_ENABLED -> new Load.None<>();
        default -> throw answer;
      };
    }
  }

  /** Clients that read or write at this moment. */
  private static Figure<Integer> activeClients(BsonDocument status) {
    BsonDocument clients =
        status
            .getDocument("globalLock", new BsonDocument())
            .getDocument("activeClients", new BsonDocument());
    int readers = clients.getNumber("readers", new BsonInt32(0)).intValue();
    int writers = clients.getNumber("writers", new BsonInt32(0)).intValue();
    return new Load.Seen<>(readers + writers);
  }

  private static Figure<Duration> lag(BsonDocument status) {
    if (status.getNumber("myState", new BsonInt32(0)).intValue() != SECONDARY) {
      return new Load.None<>();
    }
    List<BsonDocument> members =
        status.getArray("members", new BsonArray()).stream().map(BsonValue::asDocument).toList();
    Optional<Long> own = lastWrite(members, member -> member.containsKey("self"));
    Optional<Long> primary =
        lastWrite(members, member -> member.getNumber("state").intValue() == PRIMARY);
    return new Load.Seen<>(
        own.flatMap(mine -> primary.map(ahead -> Duration.ofMillis(Math.max(0, ahead - mine))))
            .orElse(Load.STANDS_STILL));
  }

  private static Optional<Long> lastWrite(
      List<BsonDocument> members, java.util.function.Predicate<BsonDocument> which) {
    return members.stream()
        .filter(which)
        .filter(member -> member.isDateTime("optimeDate"))
        .map(member -> member.getDateTime("optimeDate").getValue())
        .findFirst();
  }
}
