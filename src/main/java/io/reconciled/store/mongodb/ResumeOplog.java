package io.reconciled.store.mongodb;

import com.mongodb.MongoCommandException;
import com.mongodb.client.ChangeStreamIterable;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import io.reconciled.store.Resumable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonTimestamp;
import org.bson.Document;

/** Whether a change stream can go on behind a resume token: the server itself is asked to. */
final class ResumeOplog {
  private static final int INVALID_TOKEN = 260;
  private static final int NOT_FOUND = 280;
  private static final int HISTORY_LOST = 286;
  private static final Set<Integer> LOST = Set.of(INVALID_TOKEN, NOT_FOUND, HISTORY_LOST);
  private static final long ANSWER_MILLIS = 100;
  private final MongoConnection connection;

  ResumeOplog(MongoConnection connection) {
    this.connection = connection;
  }

  Resumable from(Map<String, ?> offset) {
    Optional<String> token =
        offset.get("resume_token") instanceof String text ? Optional.of(text) : Optional.empty();
    Optional<Long> time = token.flatMap(ResumePoint::time).or(() -> operationTime(offset));
    Optional<Instant> since =
        time.map(at -> Instant.ofEpochSecond(new BsonTimestamp(at).getTime()));
    return time.map(at -> lost(token.flatMap(ResumePoint::document), new BsonTimestamp(at)))
        .orElse(Optional.of("the place on record names none in its oplog"))
        .<Resumable>map(why -> new Resumable.Lost(why, since))
        .orElseGet(Resumable.FromThere::new);
  }

  /** Before its first change or sign, the engine goes by the time alone. */
  private static Optional<Long> operationTime(Map<String, ?> offset) {
    return offset.get("sec") instanceof Number seconds
            && offset.get("ord") instanceof Number order
            && seconds.longValue() > 0
        ? Optional.of(new BsonTimestamp(seconds.intValue(), order.intValue()).getValue())
        : Optional.empty();
  }

  private Optional<String> lost(Optional<BsonDocument> token, BsonTimestamp time) {
    if (latest().compareTo(time) < 0) {
      return Optional.of("its oplog ends before the place on record: it was set back");
    }
    ChangeStreamIterable<Document> stream =
        connection.database().watch().maxAwaitTime(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
    token.ifPresentOrElse(stream::resumeAfter, () -> stream.startAtOperationTime(time));
    try (MongoChangeStreamCursor<ChangeStreamDocument<Document>> cursor = stream.cursor()) {
      cursor.tryNext();
      return Optional.empty();
    } catch (MongoCommandException refused) {
      if (!LOST.contains(refused.getErrorCode())) {
        throw refused;
      }
      return Optional.of(
          refused.getErrorCode() == HISTORY_LOST
              ? "its oplog no longer goes back to the place on record"
              : "its oplog does not know the place on record");
    }
  }

  /** The latest place that this replica set can have told: a new stream begins behind its end. */
  private BsonTimestamp latest() {
    BsonDocument hello =
        connection
            .admin()
            .runCommand(new BsonDocument("hello", new BsonInt32(1)), BsonDocument.class);
    BsonTimestamp written = hello.getDocument("lastWrite").getDocument("opTime").getTimestamp("ts");
    BsonTimestamp known =
        hello
            .getDocument("$clusterTime", new BsonDocument("clusterTime", written))
            .getTimestamp("clusterTime", written);
    BsonTimestamp last = written.compareTo(known) < 0 ? known : written;
    return new BsonTimestamp(last.getValue() + 1);
  }
}
