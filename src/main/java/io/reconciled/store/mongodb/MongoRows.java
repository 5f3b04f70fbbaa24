package io.reconciled.store.mongodb;

import com.mongodb.MongoException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.cursor.TimeoutMode;
import com.mongodb.client.model.Filters;
import io.reconciled.model.encoded.RowBlock;
import io.reconciled.model.encoded.RowWriter;
import io.reconciled.store.Rows;
import io.reconciled.store.Scan;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/** The documents of a range; where its head is open, those without a key come first. */
final class MongoRows implements Rows {
  /** The server does nothing between two batches, so that small ones cost a third of the rate. */
  private static final int BATCH = 10_000;

  /** A first batch may have to wait until the server has sorted a whole collection. */
  private static final int PATIENCE = 60;

  private final MongoConnection connection;
  private final MappedCollection collection;
  private final Duration patience;
  private final Deque<Query> queries = new ArrayDeque<>();
  private Optional<MongoCursor<byte[]>> cursor = Optional.empty();
  private final Scan scan;
  private final RowWriter writer;
  private final DocumentEncoder encoder;
  private long seen;
  private boolean any;
  private boolean closed;

  private record Query(Bson filter, Bson order, long limit) {}

  MongoRows(MongoConnection connection, MappedCollection collection, Scan scan, Duration timeout) {
    this.connection = connection;
    this.collection = collection;
    this.scan = scan;
    this.writer = new RowWriter(collection.dataset().sortedAttributes());
    this.encoder = new DocumentEncoder(collection, scan.order() == Scan.Order.SHARED_KEY);
    this.patience = timeout.multipliedBy(PATIENCE);
    if (scan.order() == Scan.Order.OWN) {
      // There are no bounds in this order: one query has all, whatever form their keys have.
      queries.add(new Query(new BsonDocument(), new BsonDocument(), 0));
    } else {
      inOrder(new KeyFilters(collection));
    }
  }

  private void inOrder(KeyFilters keys) {
    if (scan.range().from().isEmpty()) {
      queries.add(new Query(keys.keyless(), new BsonDocument(), 0));
    }
    long limit = scan.limit() > Integer.MAX_VALUE ? 0 : scan.limit();
    queries.add(new Query(keys.within(scan.range()), keys.ordered(), limit));
  }

  @Override
  public Optional<RowBlock> next() {
    ask(() -> {
      while (!writer.isFull() && advance()) {
        write(cursor.orElseThrow().next());
      }
      return any;
    });
    return writer.isEmpty() ? Optional.empty() : Optional.of(writer.take());
  }

  private void write(byte[] document) {
    any = true;
    seen++;
    encoder.write(document, writer);
  }

  @Override
  public boolean cut() {
    return seen == scan.limit();
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
        seen = 0;
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

  private MongoCursor<byte[]> open(Query query) {
    FindIterable<byte[]> found =
        connection
            .documents(collection.dataset())
            .withTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
            .find(Filters.and(query.filter, collection.taken()))
            .projection(collection.projection())
            .collation(ReadDocuments.BINARY);
    return found
        .sort(query.order)
        .limit(Math.toIntExact(query.limit))
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
