package io.reconciled.store.mongodb;

import com.mongodb.MongoException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.cursor.TimeoutMode;
import com.mongodb.client.model.Filters;
import io.reconciled.model.encoded.RowBlock;
import io.reconciled.model.encoded.RowWriter;
import io.reconciled.store.FetchAhead;
import io.reconciled.store.Rows;
import io.reconciled.store.Scan;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/** The documents of a range; where its head is open, those without a key come first. */
final class MongoRows implements Rows {
  /** The server does nothing between two batches, so that small ones cost a third of the rate. */
  private static final int AHEAD = 1;

  private static final Executor FETCHERS = Executors.newVirtualThreadPerTaskExecutor();
  private static final int BATCH = 10_000;

  /** A first batch may have to wait until the server has sorted a whole collection. */
  private static final int PATIENCE = 60;

  private final MongoConnection connection;
  private final MappedCollection collection;
  private final Duration patience;
  private final Deque<Query> queries = new ArrayDeque<>();
  private Optional<FetchAhead<List<byte[]>>> batches = Optional.empty();
  private Iterator<byte[]> batch = Collections.emptyIterator();
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
        write(batch.next());
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
    while (!closed && !batch.hasNext()) {
      Optional<List<byte[]>> next = batches.flatMap(FetchAhead::next);
      if (next.isPresent()) {
        batch = next.get().iterator();
      } else if (queries.isEmpty()) {
        end();
      } else {
        seen = 0;
        Query query = queries.remove();
        batches =
            Optional.of(
                new FetchAhead<>(() -> new Batches(open(query)), AHEAD, FETCHERS, () -> false));
      }
    }
    return !closed;
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
    batches.ifPresent(FetchAhead::close);
    batches = Optional.empty();
  }

  /** The server begins with a batch only when it is asked: so that is done ahead. */
  private record Batches(MongoCursor<byte[]> cursor) implements FetchAhead.Source<List<byte[]>> {
    @Override
    public Optional<List<byte[]>> next() {
      if (!cursor.hasNext()) {
        return Optional.empty();
      }
      List<byte[]> batch = new ArrayList<>(cursor.available());
      do {
        batch.add(cursor.next());
      } while (cursor.available() > 0);
      return Optional.of(batch);
    }

    @Override
    public void close() {
      cursor.close();
    }
  }
}
