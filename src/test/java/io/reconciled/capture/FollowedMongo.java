package io.reconciled.capture;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ChangeStreamPreAndPostImagesOptions;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.KeyType;
import io.reconciled.model.Position;
import io.reconciled.model.StoreName;
import io.reconciled.servers.Database;
import io.reconciled.servers.DatabaseServer;
import io.reconciled.servers.MongoServer;
import io.reconciled.servers.Servers;
import io.reconciled.store.ChangeFeed;
import io.reconciled.store.StoreSettings;
import io.reconciled.store.mongodb.MongoFeed;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.bson.Document;

/** A collection whose shared key is the field given; it keeps documents as they were. */
final class FollowedMongo implements FollowedStore {
  private final MongoServer server;
  private final Database database;
  private final String name;
  private static final String COMPOSITE = "Composite";
  private final String keyField;
  private final ChangeFeed feed;

  private FollowedMongo(MongoServer server, Database database, String name, String keyField) {
    this(server, database, name, keyField, new MongoFeed());
  }

  private FollowedMongo(
      MongoServer server, Database database, String name, String keyField, ChangeFeed feed) {
    this.server = server;
    this.database = database;
    this.name = name;
    this.keyField = keyField;
    this.feed = feed;
  }

  static FollowedMongo fresh(String keyField) {
    MongoServer server = Servers.shared().mongo();
    FollowedMongo fresh =
        new FollowedMongo(server, server.freshDatabase("followed"), "Profiles", keyField);
    fresh.create();
    fresh.beside().create();
    return fresh;
  }

  @Override
  public FollowedMongo beside() {
    return new FollowedMongo(server, database, "Beside", keyField);
  }

  @Override
  public FollowedMongo composite() {
    FollowedMongo composite = new FollowedMongo(server, database, COMPOSITE, keyField);
    composite.create();
    return composite;
  }

  private void create() {
    CreateCollectionOptions options =
        new CreateCollectionOptions()
            .changeStreamPreAndPostImagesOptions(new ChangeStreamPreAndPostImagesOptions(true));
    inDatabase(owner -> {
      owner.createCollection(name, options);
      return owner;
    });
  }

  @Override
  public DatabaseServer server() {
    return server;
  }

  @Override
  public StoreSettings settings() {
    return database.asStore(new StoreName(database.name()));
  }

  @Override
  public ChangeFeed feed() {
    return feed;
  }

  @Override
  public FollowedMongo fromElsewhere() {
    return new FollowedMongo(
        server,
        database,
        name,
        keyField,
        new MongoFeed("reconciled elsewhere:17 since 2026-01-31T12:00:00Z"));
  }

  @Override
  public Dataset dataset() {
    Dataset one =
        new Dataset(
            FollowedSql.ENTITY,
            new DatasetName(database.name()),
            new StoreName(database.name()),
            List.of(name),
            keyField,
            KeyType.INTEGER,
            Map.of("status", "status"));
    return name.equals(COMPOSITE) ? FollowedSql.composite(one) : one;
  }

  @Override
  public void insert(long key) {
    inCollection(documents -> documents.insertOne(document(key)));
  }

  @Override
  public void insertMany(int keys) {
    List<Document> documents = LongStream.rangeClosed(1, keys).mapToObj(this::document).toList();
    try (MongoClient client = MongoClients.create(database.url());
        ClientSession session = client.startSession()) {
      session.startTransaction();
      client.getDatabase(database.name()).getCollection(name).insertMany(session, documents);
      session.commitTransaction();
    }
  }

  @Override
  public void update(long key) {
    inCollection(documents ->
        documents.updateOne(Filters.eq(keyField, key), Updates.set("status", "changed")));
  }

  @Override
  public void delete(long key) {
    inCollection(documents -> documents.deleteOne(Filters.eq(keyField, key)));
  }

  @Override
  public void changeKey(long from, long to) {
    inCollection(
        documents -> documents.updateOne(Filters.eq(keyField, from), Updates.set(keyField, to)));
  }

  @Override
  public Position head() {
    return inDatabase(owner ->
        new Position(
            0,
            owner
                .runCommand(new Document("ping", 1))
                .get("operationTime", org.bson.BsonTimestamp.class)
                .getValue()));
  }

  /** Nested, so that a dotted path is read as well. */
  private Document document(long key) {
    int dot = keyField.indexOf('.');
    Document keyed =
        dot < 0
            ? new Document(keyField, key)
            : new Document(
                keyField.substring(0, dot), new Document(keyField.substring(dot + 1), key));
    return keyed.append("status", "new").append("tenant", TENANT);
  }

  private <T> T inCollection(Function<MongoCollection<Document>, T> work) {
    return inDatabase(owner -> work.apply(owner.getCollection(name)));
  }

  private <T> T inDatabase(Function<MongoDatabase, T> work) {
    try (MongoClient client = MongoClients.create(database.url())) {
      return work.apply(client.getDatabase(database.name()));
    }
  }
}
