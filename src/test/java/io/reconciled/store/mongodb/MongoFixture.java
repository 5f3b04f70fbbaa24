package io.reconciled.store.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.reconciled.model.KeyShape;
import io.reconciled.model.SharedKey;
import io.reconciled.servers.CuttingProxy;
import io.reconciled.servers.Database;
import io.reconciled.servers.DatabaseServer;
import io.reconciled.servers.LossyLine;
import io.reconciled.servers.MongoServer;
import io.reconciled.store.Fixture;
import io.reconciled.store.StoreKind;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.UuidRepresentation;

/** Collections and documents by the driver; integer keys are of all numeric types in turn. */
record MongoFixture(MongoServer mongo) implements Fixture {
  @Override
  public StoreKind kind() {
    return new MongoKind();
  }

  @Override
  public DatabaseServer server() {
    return mongo;
  }

  @Override
  public boolean knowsAbsence() {
    return true;
  }

  @Override
  public Database writer(Database database) {
    return database;
  }

  @Override
  public LossyLine loseAnswers() throws IOException {
    return new CuttingProxy(server().port(), "\2update\0");
  }

  /** A replica set's members are found by their own addresses, past any proxy. */
  @Override
  public Database through(Database database, int port) {
    Database through = Fixture.super.through(database, port);
    return new Database(
        through.name(),
        through.url().replace("replicaSet=rs0", "directConnection=true"),
        through.user(),
        through.password());
  }

  private static void in(
      Database database, List<String> container, Consumer<MongoCollection<Document>> work) {
    MongoClientSettings settings =
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(database.url()))
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .writeConcern(WriteConcern.MAJORITY)
            .build();
    try (MongoClient client = MongoClients.create(settings)) {
      work.accept(client.getDatabase(database.name()).getCollection(container.getLast()));
    }
  }

  @Override
  public void create(
      Database database,
      List<String> container,
      List<String> keyFields,
      KeyShape shape,
      List<String> fields) {
    in(database, container, found -> found.createIndex(new Document("other", 1)));
  }

  @Override
  public void put(
      Database database, List<String> container, List<String> keyFields, List<Row> rows) {
    in(
        database,
        container,
        found -> found.insertMany(rows.stream().map(row -> document(keyFields, row)).toList()));
  }

  private static Document document(List<String> keyFields, Row row) {
    Document document = new Document();
    row.key().ifPresent(key -> put(document, keyFields, key));
    row.attributes().forEach((field, value) -> document.append(field, value.orElse(null)));
    return document;
  }

  /** A dotted path leads into a document within the document. */
  private static Document put(Document document, List<String> keyFields, SharedKey key) {
    for (int i = 0; i < keyFields.size(); i++) {
      Object part = plain(key.parts().get(i));
      String field = keyFields.get(i);
      int dot = field.indexOf('.');
      if (dot < 0) {
        document.append(field, part);
      } else {
        ((Document) document.computeIfAbsent(field.substring(0, dot), outer -> new Document()))
            .append(field.substring(dot + 1), part);
      }
    }
    return document;
  }

  private static Object plain(SharedKey.Single key) {
    return switch (key) {
      case SharedKey.IntegerKey(long number) ->
          switch ((int) Math.floorMod(number, 3)) {
            case 0 -> (Object) number;
            case 1 -> (int) number;
            default -> (double) number;
          };
      case SharedKey.TextKey(String text) -> text;
      case SharedKey.UuidKey(UUID uuid) -> uuid;
    };
  }

  @Override
  public void fill(Database database, List<String> container, List<String> keyFields, int rows) {
    in(
        database,
        container,
        found ->
            found.insertMany(
                IntStream.range(0, rows)
                    .mapToObj(n -> new Document(keyFields.getFirst(), n))
                    .toList()));
    // Without an index, every scan would wait for a sort.
    in(database, container, found -> found.createIndex(Indexes.ascending(keyFields)));
  }

  @Override
  public void repeat(
      Database database, List<String> container, List<String> keyFields, SharedKey key, int rows) {
    in(
        database,
        container,
        found ->
            found.insertMany(
                IntStream.range(0, rows)
                    .mapToObj(n -> put(new Document(), keyFields, key))
                    .toList()));
  }

  @Override
  public String where(String field, String text) {
    return new Document(field, text).toJson();
  }

  @Override
  public List<String> unusableFilters() {
    return List.of(
        "from = 'active'",
        "{\"from\": \"active\"}, {}",
        "[]",
        "{\"$where\": \"true\"}",
        "{\"$or\": [{\"from\": 1}, {\"$expr\": {\"$function\": {\"body\": \"x\"}}}]}",
        "{\"from\": {\"$code\": \"true\"}}",
        "{\"from\": {\"$nosuch\": 1}}",
        "");
  }

  @Override
  public void makeUnique(Database database, List<String> container, List<String> keyFields) {
    in(
        database,
        container,
        found -> found.createIndex(Indexes.ascending(keyFields), new IndexOptions().unique(true)));
  }
}
