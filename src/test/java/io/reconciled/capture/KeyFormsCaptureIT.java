package io.reconciled.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.reconciled.capture.debezium.StateDatabase;
import io.reconciled.model.KeyType;
import io.reconciled.model.Secret;
import io.reconciled.model.SharedKey;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.BsonBinary;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log tells keys that are kept as values of another type than their own. */
class KeyFormsCaptureIT {
  /** The binary log leaves out the zero bytes at the end of what has a fixed length. */
  private static final UUID UUID_WITH_ZEROS =
      UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e0000");

  @TempDir private Path folder;
  private StateDatabase state;

  @BeforeEach
  void makeState() {
    state =
        new StateDatabase(
            "jdbc:h2:file:" + folder.resolve("state") + ";MODE=PostgreSQL",
            "reconciled",
            new Secret("reconciled"));
  }

  @Test
  void numbersThatPostgresKeepsAsText() {
    FollowedPostgres owner = FollowedPostgres.fresh();
    owner.execute("CREATE TABLE numbers (id varchar(30) PRIMARY KEY, status text)");
    try (Follower follower =
        Follower.following(new Keyed(owner, "numbers", KeyType.INTEGER), state)) {
      owner.execute("INSERT INTO numbers VALUES ('007', 'new'), ('-5', 'new')");
      follower.awaitTold(-5);
      follower.finishAndForget();
      owner.execute("UPDATE numbers SET id = '6' WHERE id = '-5'");
      follower.awaitTold(-5);
      follower.awaitTold(6);
      assertThat(follower.told()).doesNotContain(SharedKey.of(7));
    }
  }

  @Test
  void textThatPostgresKeepsAsCitext() {
    FollowedPostgres owner = FollowedPostgres.fresh();
    owner.execute(
        "CREATE EXTENSION citext", "CREATE TABLE names (id citext PRIMARY KEY, status text)");
    try (Follower follower = Follower.following(new Keyed(owner, "names", KeyType.TEXT), state)) {
      owner.execute("INSERT INTO names VALUES ('Ada', 'new')");
      follower.awaitTold(SharedKey.of("Ada"));
    }
  }

  @Test
  void uuidsThatPostgresKeepsAsText() {
    FollowedPostgres owner = FollowedPostgres.fresh();
    owner.execute("CREATE TABLE uuids (id char(36) PRIMARY KEY, status text)");
    try (Follower follower = Follower.following(new Keyed(owner, "uuids", KeyType.UUID), state)) {
      owner.execute(
          "INSERT INTO uuids VALUES ('%s', 'new')"
              .formatted(UUID_WITH_ZEROS.toString().toUpperCase(Locale.ROOT)));
      follower.awaitTold(SharedKey.of(UUID_WITH_ZEROS));
    }
  }

  @Test
  void uuidsThatMariaDbKeepsAsBytes() {
    FollowedMariaDb owner = FollowedMariaDb.fresh();
    owner.execute("CREATE TABLE uuids (id binary(16) PRIMARY KEY, status varchar(10))");
    String bytes = UUID_WITH_ZEROS.toString().replace("-", "");
    try (Follower follower = Follower.following(new Keyed(owner, "uuids", KeyType.UUID), state)) {
      owner.execute("INSERT INTO uuids VALUES (x'%s', 'new')".formatted(bytes));
      follower.awaitTold(SharedKey.of(UUID_WITH_ZEROS));
      follower.finishAndForget();
      owner.execute("DELETE FROM uuids WHERE id = x'%s'".formatted(bytes));
      follower.awaitTold(SharedKey.of(UUID_WITH_ZEROS));
    }
  }

  @Test
  void numbersThatMariaDbKeepsAsText() {
    FollowedMariaDb owner = FollowedMariaDb.fresh();
    owner.execute("CREATE TABLE numbers (id varchar(30) PRIMARY KEY, status varchar(10))");
    try (Follower follower =
        Follower.following(new Keyed(owner, "numbers", KeyType.INTEGER), state)) {
      owner.execute("INSERT INTO numbers VALUES ('15', 'new')");
      follower.awaitTold(15);
    }
  }

  @Test
  void numbersThatDocumentsHoldAsText() {
    FollowedMongo owner = FollowedMongo.fresh("id");
    create(owner, "numbers");
    try (Follower follower =
        Follower.following(new Keyed(owner, "numbers", KeyType.INTEGER), state)) {
      insert(owner, "numbers", "-17");
      follower.awaitTold(-17);
    }
  }

  @Test
  void uuidsThatDocumentsHoldAsBinaryAndAsText() {
    FollowedMongo owner = FollowedMongo.fresh("id");
    UUID other = UUID.fromString("0abcdef0-7dec-11d0-a765-00a0c91e6bf6");
    create(owner, "uuids");
    try (Follower follower = Follower.following(new Keyed(owner, "uuids", KeyType.UUID), state)) {
      insert(owner, "uuids", new BsonBinary(UUID_WITH_ZEROS));
      insert(owner, "uuids", other.toString().toUpperCase(Locale.ROOT));
      follower.awaitTold(SharedKey.of(UUID_WITH_ZEROS));
      follower.awaitTold(SharedKey.of(other));
    }
  }

  private static void create(FollowedMongo owner, String name) {
    in(owner, database -> database.createCollection(name));
  }

  private static void insert(FollowedMongo owner, String name, Object key) {
    in(
        owner,
        database ->
            database
                .getCollection(name)
                .insertOne(new Document("id", key).append("status", "new")));
  }

  private static void in(FollowedMongo owner, Consumer<MongoDatabase> work) {
    try (MongoClient client = MongoClients.create(owner.settings().url().toString())) {
      work.accept(client.getDatabase(owner.settings().name().toString()));
    }
  }
}
