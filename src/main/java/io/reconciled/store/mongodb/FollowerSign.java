package io.reconciled.store.mongodb;

import com.mongodb.MongoCommandException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonNumber;
import org.bson.BsonString;

/**
 * A connection that says by its name that a daemon follows a store.
 *
 * @param connection its number
 * @param from its address and port
 * @param name as it was given
 * @param at when it was seen, by the server's clock
 */
record FollowerSign(long connection, String from, String name, Instant at) {
  /** All of a user's own connections are shown without any right, and idle ones on demand. */
  private static final List<BsonDocument> NAMED_CONNECTIONS =
      List.of(
          BsonDocument.parse(
              "{$currentOp: {allUsers: false, idleConnections: true, localOps: true}}"),
          BsonDocument.parse("{$match: {appName: /^reconciled ./, connectionId: {$exists: 1}}}"));

  /**
   * Those on the server that takes the writes.
   *
   * @throws MongoCommandException where the server does not tell
   */
  static List<FollowerSign> on(MongoConnection connection) {
    return connection
        .admin()
        .withReadPreference(ReadPreference.primary())
        .withReadConcern(ReadConcern.DEFAULT)
        .aggregate(NAMED_CONNECTIONS, BsonDocument.class)
        .map(FollowerSign::read)
        .into(new ArrayList<>());
  }

  private static FollowerSign read(BsonDocument operation) {
    BsonNumber number = operation.getNumber("connectionId");
    return new FollowerSign(
        number.longValue(),
        operation.getString("client", new BsonString("an unknown address")).getValue(),
        operation.getString("appName").getValue(),
        OffsetDateTime.parse(operation.getString("currentOpTime").getValue()).toInstant());
  }

  /**
   * {@code reconciled host-a:17 since 2026-01-31T12:00:00Z profiles@shop (connection 33 from
   * 10.0.0.7:53412)}.
   */
  @Override
  public String toString() {
    return "%s (connection %d from %s)".formatted(name, connection, from);
  }
}
