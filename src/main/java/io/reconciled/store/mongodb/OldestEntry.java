package io.reconciled.store.mongodb;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import io.reconciled.model.Position;
import io.reconciled.store.KeptLog;
import io.reconciled.store.StoreSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/** How near the oldest entry of the oplog has come to what the daemon needs next. */
final class OldestEntry {
  private static final int UNAUTHORIZED = 13;
  private static final int SECONDS_FROM = 32;

  private OldestEntry() {}

  /** Unknown where the user may not read the oplog, which nothing else needs. */
  static KeptLog from(StoreSettings settings, Position passed) {
    try (MongoConnection connection = new MongoConnection(settings)) {
      return connection.ask("tell how old its log is", () -> left(connection, passed));
    }
  }

  private static KeptLog left(MongoConnection connection, Position passed) {
    try {
      return oldest(connection.oplog())
          .map(oldest -> Duration.ofSeconds((passed.offset() >>> SECONDS_FROM) - oldest))
          .map(left ->
              new KeptLog(
                  OptionalLong.empty(),
                  OptionalLong.empty(),
                  Optional.of(left.isNegative() ? Duration.ZERO : left)))
          .orElse(KeptLog.UNKNOWN);
    } catch (MongoCommandException refused) {
      if (refused.getErrorCode() != UNAUTHORIZED) {
        throw refused;
      }
      return KeptLog.UNKNOWN;
    }
  }

  private static Optional<Long> oldest(MongoCollection<BsonDocument> oplog) {
    return Optional.ofNullable(
            oplog.find().sort(new BsonDocument("$natural", new BsonInt32(1))).limit(1).first())
        .map(entry -> Integer.toUnsignedLong(entry.getTimestamp("ts").getTime()));
  }
}
