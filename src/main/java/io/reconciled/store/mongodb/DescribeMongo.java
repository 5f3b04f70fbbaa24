package io.reconciled.store.mongodb;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.EstimatedDocumentCountOptions;
import io.reconciled.model.Value;
import io.reconciled.store.Container;
import io.reconciled.store.Container.Field;
import io.reconciled.store.Container.Index;
import io.reconciled.store.DescribeStore;
import io.reconciled.store.StoreSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.RawBsonDocument;

/** What is in a MongoDB database. Its fields are what a few documents have. */
final class DescribeMongo implements DescribeStore {
  private static final int LOOKED_AT = 100;
  private final MongoConnection connection;

  DescribeMongo(StoreSettings settings) {
    this.connection = new MongoConnection(settings);
  }

  @Override
  public List<Container> containers() {
    return connection.ask(
        "describe its collections",
        () ->
            connection
                .database()
                .listCollections(BsonDocument.class)
                .into(new ArrayList<>())
                .stream()
                .filter(found -> !name(found).startsWith("system."))
                .filter(found ->
                    !found.getString("type", new BsonString("")).getValue().equals("timeseries"))
                .sorted((left, right) -> name(left).compareTo(name(right)))
                .map(this::container)
                .toList());
  }

  private static String name(BsonDocument collection) {
    return collection.getString("name").getValue();
  }

  private Container container(BsonDocument described) {
    MongoCollection<RawBsonDocument> collection = collection(name(described));
    boolean view = described.getString("type", new BsonString("")).getValue().equals("view");
    Map<String, String> types = new TreeMap<>();
    for (RawBsonDocument document : sampled(collection, LOOKED_AT)) {
      DocumentFields.of(document)
          .forEach((path, value) ->
              types.putIfAbsent(
                  path, value.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT)));
    }
    Map<String, Index> indexes = view ? Map.of() : indexes(collection);
    List<Field> fields = new ArrayList<>();
    types.forEach((path, type) -> {
      Index index = indexes.getOrDefault(path, Index.NONE);
      fields.add(new Field(path, type, index != Index.PRIMARY, index));
    });
    long rows = view ? -1 : collection.estimatedDocumentCount(new EstimatedDocumentCountOptions());
    return new Container(List.of(name(described)), fields, rows, view);
  }

  private static Map<String, Index> indexes(MongoCollection<RawBsonDocument> collection) {
    Map<String, Index> indexes = new HashMap<>();
    for (BsonDocument index : collection.listIndexes(BsonDocument.class)) {
      BsonDocument key = index.getDocument("key");
      boolean whole = !index.containsKey("partialFilterExpression") && !index.containsKey("sparse");
      boolean unique = key.size() == 1 && index.getBoolean("unique", BsonBoolean.FALSE).getValue();
      if (whole) {
        indexes.merge(
            key.getFirstKey(),
            unique ? Index.UNIQUE : Index.INDEXED,
            (one, other) -> one.compareTo(other) > 0 ? one : other);
      }
    }
    indexes.put(MappedCollection.ID, Index.PRIMARY);
    return indexes;
  }

  @Override
  public List<Map<String, Value>> sample(Container container, int rows) {
    return connection.ask(
        "sample " + container,
        () ->
            sampled(collection(container.path().getLast()), rows).stream()
                .map(DocumentFields::of)
                .toList());
  }

  private static List<RawBsonDocument> sampled(
      MongoCollection<RawBsonDocument> collection, int documents) {
    return collection.aggregate(List.of(Aggregates.sample(documents))).into(new ArrayList<>());
  }

  private MongoCollection<RawBsonDocument> collection(String name) {
    return connection.database().getCollection(name, RawBsonDocument.class);
  }

  @Override
  public void close() {
    connection.close();
  }
}
