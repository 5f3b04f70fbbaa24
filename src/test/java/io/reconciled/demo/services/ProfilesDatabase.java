package io.reconciled.demo.services;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import io.reconciled.servers.Database;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** The profiles service's collection: a document per subscriber, the number one level down. */
final class ProfilesDatabase implements ServiceDatabase {

  private static final String COLLECTION = "profiles";
  private static final int PATIENCE_MILLIS = 1_000;

  private final MongoClient client;
  private final MongoCollection<Document> profiles;

  ProfilesDatabase(Database database) {
    client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(database.url()))
                .applyToClusterSettings(cluster ->
                    cluster.serverSelectionTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS))
                .build());
    profiles = client.getDatabase(database.name()).getCollection(COLLECTION);
  }

  @Override
  public String store() {
    return "profiles";
  }

  @Override
  public Optional<String> put(List<Row> rows) {
    LastStates states = LastStates.of(rows);
    List<WriteModel<Document>> writes = new ArrayList<>();
    ReplaceOptions upsert = new ReplaceOptions().upsert(true);
    for (Subscriber subscriber : states.present()) {
      writes.add(new ReplaceOneModel<>(Filters.eq(subscriber.key()), document(subscriber), upsert));
    }
    for (long key : states.absent()) {
      writes.add(new DeleteOneModel<>(Filters.eq(key)));
    }
    try {
      profiles.bulkWrite(writes);
      return Optional.empty();
    } catch (MongoException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Map<Long, Subscriber> all() {
    Map<Long, Subscriber> all = new HashMap<>();
    try {
      for (Document document : profiles.find()) {
        Subscriber subscriber = subscriber(document);
        all.put(subscriber.key(), subscriber);
      }
      return all;
    } catch (MongoException e) {
      throw new IllegalStateException("Could not read profiles", e);
    }
  }

  private static Document document(Subscriber subscriber) {
    return new Document("_id", subscriber.key())
        .append("contact", new Document("msisdn", subscriber.msisdn()))
        .append("state", subscriber.status().name());
  }

  private static Subscriber subscriber(Document document) {
    return new Subscriber(
        document.getLong("_id"),
        document.get("contact", Document.class).getString("msisdn"),
        Status.valueOf(document.getString("state")));
  }

  @Override
  public void close() {
    client.close();
  }
}
