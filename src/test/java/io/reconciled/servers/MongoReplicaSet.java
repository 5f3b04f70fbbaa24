package io.reconciled.servers;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** A replica set whose one member is the server on a port of this machine. */
record MongoReplicaSet(int port) {

  static final String NAME = "rs0";

  private static final int ALREADY_INITIALIZED = 23;
  private static final int TIMEOUT_MILLIS = 1_000;

  /** Whether the server takes writes; makes the set if there is none. */
  boolean isPrimary() {
    try (MongoClient client = MongoClients.create(settings())) {
      MongoDatabase admin = client.getDatabase("admin");
      Document hello = admin.runCommand(new Document("hello", 1));
      if (!hello.containsKey("setName")) {
        initiate(admin);
      }
      return hello.getBoolean("isWritablePrimary", false);
    } catch (MongoException notYet) {
      return false;
    }
  }

  private void initiate(MongoDatabase admin) {
    Document member = new Document("_id", 0).append("host", "127.0.0.1:" + port);
    Document set = new Document("_id", NAME).append("members", List.of(member));
    try {
      admin.runCommand(new Document("replSetInitiate", set));
    } catch (MongoCommandException e) {
      if (e.getErrorCode() != ALREADY_INITIALIZED) {
        throw e;
      }
    }
  }

  private MongoClientSettings settings() {
    return MongoClientSettings.builder()
        .applyConnectionString(
            new ConnectionString("mongodb://127.0.0.1:" + port + "/?directConnection=true"))
        .applyToClusterSettings(
            cluster -> cluster.serverSelectionTimeout(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS))
        .build();
  }
}
