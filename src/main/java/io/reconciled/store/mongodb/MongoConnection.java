package io.reconciled.store.mongodb;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.reconciled.model.Dataset;
import io.reconciled.store.StoreFailure;
import io.reconciled.store.StoreMisconfigured;
import io.reconciled.store.StoreSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.UuidRepresentation;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;

/** The driver's client for one store. Connects when first used. */
final class MongoConnection implements AutoCloseable {
  private static final CodecRegistry BYTES =
      CodecRegistries.fromRegistries(
          CodecRegistries.fromCodecs(new DocumentBytes()),
          MongoClientSettings.getDefaultCodecRegistry());

  private static final String APPLICATION = "reconciled";
  private final StoreSettings settings;
  private final String application;
  private final MongoAddress address;
  private final MongoFailures failures;
  private Client current;

  /** A client, whose connections all log in with the one password that it was made with. */
  private record Client(MongoClient driver, String password) {}

  MongoConnection(StoreSettings settings) {
    this(settings, APPLICATION);
  }

  /**
   * @param application the name that the server shows; at most 128 bytes
   */
  MongoConnection(StoreSettings settings, String application) {
    this.settings = settings;
    this.application = application;
    this.failures = new MongoFailures(settings.name());
    this.address = MongoAddress.of(settings);
    this.current = client(settings.password().reveal());
  }

  private synchronized MongoClient driver() {
    return current.driver;
  }

  /** Whether the password has changed, and another client logs in with it from now on. */
  private synchronized boolean isRenewed() {
    String password = settings.password().reveal();
    if (password.equals(current.password)) {
      return false;
    }
    current.driver.close();
    current = client(password);
    return true;
  }

  private Client client(String password) {
    return new Client(MongoClients.create(clientSettings(password)), password);
  }

  private MongoClientSettings clientSettings(String password) {
    long timeout = settings.timeout().toMillis();
    MongoClientSettings.Builder builder =
        MongoClientSettings.builder()
            .applyConnectionString(address.url())
            .applicationName(application)
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .readPreference(readPreference())
            .readConcern(ReadConcern.MAJORITY)
            .writeConcern(WriteConcern.MAJORITY)
            .timeout(timeout, TimeUnit.MILLISECONDS)
            .applyToClusterSettings(
                cluster -> cluster.serverSelectionTimeout(timeout, TimeUnit.MILLISECONDS))
            // When it closes, the driver ends its sessions, and that alone has no other limit.
            .applyToSocketSettings(socket ->
                socket
                    .connectTimeout(timeout, TimeUnit.MILLISECONDS)
                    .readTimeout(timeout, TimeUnit.MILLISECONDS));
    if (!settings.user().isEmpty()) {
      builder.credential(
          MongoCredential.createCredential(
              settings.user(), address.authSource(), password.toCharArray()));
    }
    return builder.build();
  }

  private ReadPreference readPreference() {
    return settings.mayLag()
        ? Optional.ofNullable(address.url().getReadPreference())
            .orElse(ReadPreference.secondaryPreferred())
        : ReadPreference.primary();
  }

  MongoDatabase admin() {
    return driver().getDatabase("admin");
  }

  MongoCollection<BsonDocument> oplog() {
    return driver().getDatabase("local").getCollection("oplog.rs", BsonDocument.class);
  }

  MongoDatabase database(Dataset dataset) {
    List<String> path = dataset.container();
    return driver().getDatabase(path.size() > 1 ? path.get(path.size() - 2) : address.database());
  }

  MongoDatabase database() {
    return driver().getDatabase(address.database());
  }

  MongoCollection<RawBsonDocument> collection(Dataset dataset) {
    return database(dataset).getCollection(dataset.container().getLast(), RawBsonDocument.class);
  }

  /** The collection, with documents as bytes. */
  MongoCollection<byte[]> documents(Dataset dataset) {
    return database(dataset)
        .getCollection(dataset.container().getLast(), byte[].class)
        .withCodecRegistry(BYTES);
  }

  List<String> collections(MongoDatabase database) {
    return database.listCollectionNames().into(new ArrayList<>());
  }

  /** What the database says of a mapped collection; empty where there is none. */
  Optional<BsonDocument> described(Dataset dataset) {
    BsonDocument named = new BsonDocument("name", new BsonString(dataset.container().getLast()));
    return Optional.ofNullable(
        database(dataset).listCollections(BsonDocument.class).filter(named).first());
  }

  /** A collection that is not there answers as one that is empty: nothing may be concluded. */
  void requireCollection(Dataset dataset) {
    BsonDocument named = new BsonDocument("name", new BsonString(dataset.container().getLast()));
    if (database(dataset).listCollectionNames().filter(named).first() == null) {
      throw new StoreMisconfigured(
          settings.name(),
          "there is no collection %s for %s; correct the mapping, or create it"
              .formatted(String.join(".", dataset.container()), dataset),
          new IllegalArgumentException("no such collection"));
    }
  }

  /**
   * Asks the store.
   *
   * @param doing what is asked, for the message of a failure
   */
  <T> T ask(String doing, Supplier<T> question) {
    try {
      return askLoggedIn(question);
    } catch (MongoException | IllegalStateException e) {
      throw failure(doing, e);
    }
  }

  private <T> T askLoggedIn(Supplier<T> question) {
    try {
      return question.get();
    } catch (MongoSecurityException refused) {
      if (isRenewed()) {
        return question.get();
      }
      throw refused;
    }
  }

  StoreFailure failure(String doing, RuntimeException e) {
    return failures.of(doing, e);
  }

  @Override
  public void close() {
    driver().close();
  }
}
