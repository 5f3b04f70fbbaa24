package io.reconciled.bench;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.reconciled.servers.Database;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.Iterator;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.RawBsonDocument;

/** The server's replies as they came, one for each batch; its documents are slices of them. */
final class MongoStream implements NativeStream {
  private static final int BATCH = 20_000;

  /** Behind the document's length, the type of its first element and that element's name. */
  private static final int KEY = Integer.BYTES + 1 + "_id".length() + 1;

  private final MongoClient client;
  private final MongoDatabase database;
  private final ClientSession session;
  private Document question;
  private Iterator<BsonValue> reply = Collections.emptyIterator();

  /**
   * @param ordered whether documents come in the order of the key
   */
  MongoStream(Database database, boolean ordered) {
    this.client = MongoClients.create(database.url());
    this.database = client.getDatabase(database.name());
    this.session = client.startSession();
    this.question = new Document("find", "profiles").append("batchSize", BATCH);
    if (ordered) {
      question.append("sort", new Document("_id", 1));
    }
  }

  @Override
  public long drain() {
    long read = 0;
    while (hasNext()) {
      reply.next();
      read++;
    }
    return read;
  }

  @Override
  public boolean fill(Batch batch) {
    while (!batch.isFull() && hasNext()) {
      ByteBuffer document =
          ((RawBsonDocument) reply.next()).getByteBuffer().asNIO().order(ByteOrder.LITTLE_ENDIAN);
      int from = document.position();
      batch.row(document.getLong(from + KEY));
      int rest = from + KEY + Long.BYTES;
      batch.column(
          document.array(), document.arrayOffset() + rest, document.getInt(from) + from - rest);
    }
    return batch.rows() > 0;
  }

  private boolean hasNext() {
    while (!reply.hasNext() && !question.isEmpty()) {
      RawBsonDocument cursor =
          (RawBsonDocument)
              database.runCommand(session, question, RawBsonDocument.class).getDocument("cursor");
      String batch = question.containsKey("find") ? "firstBatch" : "nextBatch";
      long id = cursor.getInt64("id").getValue();
      reply = cursor.getArray(batch).iterator();
      question =
          id == 0
              ? new Document()
              : new Document("getMore", id)
                  .append("collection", "profiles")
                  .append("batchSize", BATCH);
    }
    return reply.hasNext();
  }

  @Override
  public void close() {
    session.close();
    client.close();
  }
}
