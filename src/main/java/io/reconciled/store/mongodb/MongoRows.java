package io.reconciled.store.mongodb;

import com.mongodb.MongoException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.cursor.TimeoutMode;
import com.mongodb.client.model.Filters;
import io.reconciled.model.KeyRange;
import io.reconciled.model.SharedKey;
import io.reconciled.store.Rows;
import io.reconciled.store.ScannedRow;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/** The documents of a range; where its head is open, those without a key come first. */
final class MongoRows implements Rows {
  private static final int BATCH = 1_000;

  /** A first batch may have to wait until the server has sorted a whole collection. */
  private static final int PATIENCE = 60;

  private final MongoConnection connection;
  private final MappedCollection collection;
  private final Duration patience;
  private final Deque<Query> queries = new ArrayDeque<>();
  private Optional<MongoCursor<RawBsonDocument>> cursor = Optional.empty();
  private boolean any;
  private boolean closed;

  private record Query(Bson filter, Bson order) {}

  MongoRows(
      MongoConnection connection, MappedCollection collection, KeyRange range, Duration timeout) {
    this.connection = connection;
    this.collection = collection;
    this.patience = timeout.multipliedBy(PATIENCE);
    KeyFilters keys = new KeyFilters(collection);
    if (range.from().isEmpty()) {
      queries.add(new Query(keys.keyless(), new BsonDocument()));
    }
    queries.add(new Query(keys.within(range), keys.ordered()));
  }

  @Override
  public boolean hasNext() {
    return ask(this::advance);
  }

  @Override
  public ScannedRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the scan of " + collection.dataset() + " is at its end");
    }
    any = true;
    RawBsonDocument document = ask(() -> cursor.orElseThrow().next());
    Optional<SharedKey> key = collection.key(document);
    return key.isPresent()
        ? new ScannedRow.Keyed(key.get(), collection.image(document))
        : new ScannedRow.Keyless(collection.whyKeyless(document));
  }

  private <T> T ask(java.util.function.Supplier<T> question) {
    try {
      return question.get();
    } catch (MongoException | IllegalStateException e) {
      close();
      throw connection.failure("scan " + collection.dataset(), e);
    }
  }

  private boolean advance() {
    while (!closed) {
      if (cursor.isPresent() && cursor.get().hasNext()) {
        return true;
      }
      cursor.ifPresent(MongoCursor::close);
      cursor = Optional.empty();
      if (queries.isEmpty()) {
        end();
      } else {
        cursor = Optional.of(open(queries.remove()));
      }
    }
    return false;
  }

  private void end() {
    closed = true;
    if (!any) {
      connection.requireCollection(collection.dataset());
    }
  }

  private MongoCursor<RawBsonDocument> open(Query query) {
    FindIterable<RawBsonDocument> found =
        connection
            .collection(collection.dataset())
            .withTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
            .find(Filters.and(query.filter, collection.taken()))
            .projection(collection.projection())
            .collation(ReadDocuments.BINARY);
    return found
        .sort(query.order)
        .allowDiskUse(true)
        .batchSize(BATCH)
        .timeoutMode(TimeoutMode.ITERATION)
        .cursor();
  }

  @Override
  public void close() {
    closed = true;
    cursor.ifPresent(MongoCursor::close);
    cursor = Optional.empty();
  }
}
