package io.reconciled.store.mongodb;

import io.reconciled.store.StoreSettings;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The database that knows the user: {@code authSource} among the connector's options or in its url,
 * else the database that the url names, as MongoDB's own clients have it.
 */
final class AuthSource {
  private static final String NAME = "authSource";

  private AuthSource() {}

  /**
   * @param database that the url names
   */
  static String of(StoreSettings settings, String database) {
    return Optional.ofNullable(settings.options().get(NAME))
        .or(() -> inUrl(settings))
        .orElse(database);
  }

  private static Optional<String> inUrl(StoreSettings settings) {
    return Optional.ofNullable(settings.url().getQuery()).stream()
        .flatMap(query -> Stream.of(query.split("&", -1)))
        .filter(parameter -> parameter.startsWith(NAME + "="))
        .map(parameter -> parameter.substring(NAME.length() + 1))
        .findFirst();
  }
}
