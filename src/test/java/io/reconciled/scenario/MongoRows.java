package io.reconciled.scenario;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.reconciled.model.Dataset;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import io.reconciled.servers.Database;
import java.math.BigDecimal;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** Collections and documents; a dotted path becomes documents within documents. */
final class MongoRows implements NativeRows {
  private final MongoClient client;
  private final MongoDatabase database;

  MongoRows(Database database) {
    this.client = MongoClients.create(database.url());
    this.database = client.getDatabase(database.name());
  }

  @Override
  public void create(Dataset dataset, Map<String, Value> columns) {
    database.createCollection(dataset.container().getLast());
  }

  @Override
  public void replace(Dataset dataset, SharedKey key, List<Map<String, Value>> rows) {
    MongoCollection<Document> collection = database.getCollection(dataset.container().getLast());
    collection.deleteMany(new Document(dataset.keyFields().getFirst(), plain(key)));
    for (Map<String, Value> row : rows) {
      Document document = new Document(dataset.keyFields().getFirst(), plain(key));
      row.forEach((path, value) -> put(document, path, plain(value)));
      collection.insertOne(document);
    }
  }

  private static void put(Document document, String path, @Nullable Object value) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      document.append(path, value);
    } else {
      String outer = path.substring(0, dot);
      document.putIfAbsent(outer, new Document());
      put(document.get(outer, Document.class), path.substring(dot + 1), value);
    }
  }

  private static Object plain(SharedKey key) {
    return key instanceof SharedKey.IntegerKey(long number) ? (Object) number : key.toString();
  }

  private static @Nullable Object plain(Value value) {
    return switch (value) {
      case Value.Null none -> null;
      case Value.Whole(long number) -> number;
      case Value.Decimal(BigDecimal number) -> new Decimal128(number);
      case Value.Bool(boolean truth) -> truth;
      case Value.Moment moment -> Date.from(moment.instant());
      case Value.Text(String text) -> text;
      default -> throw new IllegalArgumentException("no scenario has a document for " + value);
    };
  }

  @Override
  public void close() {
    client.close();
  }
}
