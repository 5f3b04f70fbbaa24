package io.reconciled.demo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.reconciled.servers.MongoServer;

/** The profiles service's database, on a server that asks nobody who they are. */
final class ProfilesSchema {

  private ProfilesSchema() {}

  static void make(MongoServer server) {
    try (MongoClient client = MongoClients.create(server.url())) {
      MongoDatabase profiles = client.getDatabase("profiles");
      profiles.drop();
      profiles.createCollection("profiles");
    }
  }
}
