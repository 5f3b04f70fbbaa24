package io.reconciled.demo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.reconciled.servers.MongoServer;
import java.util.List;
import org.bson.Document;

/**
 * The profiles service's database. The server lets in who gives no name, as the service does; the
 * daemon has a user, who may read and so follow changes. Clients look a user up in the URL's
 * database or in {@code admin}, so there is one in each.
 */
final class ProfilesSchema {

  private static final String DAEMON = "reconciled";

  private ProfilesSchema() {}

  static void make(MongoServer server) {
    try (MongoClient client = MongoClients.create(server.url())) {
      MongoDatabase profiles = client.getDatabase("profiles");
      profiles.drop();
      profiles.createCollection("profiles");
      makeUser(profiles);
      makeUser(client.getDatabase("admin"));
    }
  }

  private static void makeUser(MongoDatabase profiles) {
    Document user = new Document("usersInfo", DAEMON);
    if (!profiles.runCommand(user).getList("users", Document.class).isEmpty()) {
      return;
    }
    profiles.runCommand(
        new Document("createUser", DAEMON)
            .append("pwd", DAEMON)
            .append("roles", List.of(new Document("role", "read").append("db", "profiles"))));
  }
}
