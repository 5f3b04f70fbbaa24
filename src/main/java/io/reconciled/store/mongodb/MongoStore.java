package io.reconciled.store.mongodb;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCursor;
import io.reconciled.model.Dataset;
import io.reconciled.model.Image;
import io.reconciled.model.KeyRange;
import io.reconciled.model.Position;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import io.reconciled.store.ConditionalWrite;
import io.reconciled.store.Fit;
import io.reconciled.store.Load;
import io.reconciled.store.Ordering;
import io.reconciled.store.Rows;
import io.reconciled.store.Scan;
import io.reconciled.store.Store;
import io.reconciled.store.StoreMisconfigured;
import io.reconciled.store.StoreSettings;
import io.reconciled.store.WriteOutcome;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonTimestamp;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/** One MongoDB database. */
final class MongoStore implements Store {
  private final StoreSettings settings;
  private final MongoConnection connection;
  private final ReadDocuments reading;
  private final WriteDocument writing;

  MongoStore(StoreSettings settings) {
    this.settings = settings;
    this.connection = new MongoConnection(settings);
    this.reading = new ReadDocuments(connection);
    this.writing = new WriteDocument(connection, reading);
  }

  @Override
  public StoreName name() {
    return settings.name();
  }

  @Override
  public void ping() {
    connection.ask("answer", () -> connection.admin().runCommand(command("ping")));
  }

  @Override
  public Fit fit(Dataset dataset) {
    return connection.ask(
        "describe " + dataset, () -> new FindCollectionFit(connection).of(dataset));
  }

  @Override
  public Map<SharedKey, Image> read(Dataset dataset, Collection<SharedKey> keys) {
    return connection.ask("read " + dataset, () -> reading.read(mapped(dataset), keys));
  }

  @Override
  public Map<Value, Set<SharedKey>> holders(
      Dataset dataset, String attribute, Collection<Value> values) {
    return connection.ask(
        "look for values in " + dataset,
        () -> new FindHoldingDocuments(connection, reading).of(mapped(dataset), attribute, values));
  }

  @Override
  public Rows scan(Scan scan) {
    return new MongoRows(connection, mapped(scan.dataset()), scan, settings.timeout());
  }

  @Override
  public Optional<SharedKey> boundary(
      Dataset dataset, Scan.Order order, Optional<SharedKey> from, int rows) {
    if (order == Scan.Order.OWN) {
      // A collection without an index on its key has bounds nowhere; its scan holds nothing back.
      return Optional.empty();
    }
    MappedCollection collection = mapped(dataset);
    KeyFilters keys = new KeyFilters(collection);
    return connection.ask(
        "look for a range of " + dataset,
        () -> {
          Bson following = keys.within(new KeyRange(from, Optional.empty()));
          Optional<SharedKey> found = first(collection, following, rows);
          // More documents with one key than the range should have: it grows to hold them all.
          return found.isPresent() && found.equals(from)
              ? first(collection, keys.after(found.get()), 0)
              : found;
        });
  }

  @Override
  public Ordering ordering(Dataset dataset) {
    return connection.ask(
        "tell the order of " + dataset, () -> new FindOrdering(connection).of(dataset));
  }

  private Optional<SharedKey> first(MappedCollection collection, Bson filter, int skipped) {
    FindIterable<RawBsonDocument> one =
        reading
            .find(collection, filter)
            .sort(new KeyFilters(collection).ordered())
            .allowDiskUse(true)
            .skip(skipped)
            .limit(1);
    try (MongoCursor<RawBsonDocument> found = one.cursor()) {
      return found.hasNext() ? collection.key(found.next()) : Optional.empty();
    }
  }

  @Override
  public long estimatedRows(Dataset dataset) {
    return dataset.view() || dataset.where().isPresent()
        ? -1
        : connection.ask(
            "guess the size of " + dataset,
            () -> connection.collection(dataset).estimatedDocumentCount());
  }

  @Override
  public Load load() {
    return connection.ask(
        "tell its load",
        () -> new MongoLoad(connection.admin(), settings.user(), settings.mayLag()).now());
  }

  /** The cluster time of the last write, which the primary moves on by itself when idle. */
  @Override
  public Position head() {
    return connection.ask(
        "tell the end of its log",
        () -> {
          BsonDocument hello = connection.admin().runCommand(command("hello"), BsonDocument.class);
          BsonTimestamp last =
              hello.getDocument("lastWrite").getDocument("opTime").getTimestamp("ts");
          return new Position(0, last.getValue());
        });
  }

  private static BsonDocument command(String name) {
    return new BsonDocument(name, new BsonInt32(1));
  }

  @Override
  public WriteOutcome write(ConditionalWrite write) {
    return writing.write(write, mapped(write.dataset()));
  }

  /** A store that was down at the start is read without its filters having been checked. */
  private MappedCollection mapped(Dataset dataset) {
    try {
      return new MappedCollection(dataset);
    } catch (IllegalArgumentException unusable) {
      throw new StoreMisconfigured(
          name(), unusable.getMessage() + "; correct where: in its rules file", unusable);
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}
