package io.reconciled.store.mongodb;

import com.mongodb.ConnectionString;
import io.reconciled.store.StoreMisconfigured;
import io.reconciled.store.StoreSettings;
import java.util.Optional;
import java.util.stream.Stream;

/** What a connector's URL says of a MongoDB, read alike by whoever connects to it. */
record MongoAddress(StoreSettings settings, ConnectionString url) {
  private static final String AUTH_SOURCE = "authSource";

  /**
   * Reads the URL.
   *
   * @throws StoreMisconfigured where the driver cannot read it
   */
  static MongoAddress of(StoreSettings settings) {
    try {
      return new MongoAddress(settings, new ConnectionString(settings.url().toString()));
    } catch (IllegalArgumentException unreadable) {
      throw new MongoFailures(settings.name()).of("read its url", unreadable);
    }
  }

  /** The database that the URL names. */
  String database() {
    return Optional.ofNullable(url.getDatabase())
        .orElseThrow(() ->
            new StoreMisconfigured(
                settings.name(),
                "url names no database; append one, such as /profiles",
                new IllegalArgumentException("no database")));
  }

  /**
   * The database that knows the user: as the connector's options or the URL say, else the URL's own
   * database, as MongoDB's connection strings have it.
   */
  String authSource() {
    return Optional.ofNullable(settings.options().get(AUTH_SOURCE))
        .or(this::authSourceOfUrl)
        .orElseGet(this::database);
  }

  private Optional<String> authSourceOfUrl() {
    String query = Optional.ofNullable(settings.url().getQuery()).orElse("");
    return Stream.of(query.split("&", -1))
        .filter(parameter -> parameter.startsWith(AUTH_SOURCE + "="))
        .map(parameter -> parameter.substring(AUTH_SOURCE.length() + 1))
        .findFirst();
  }
}
