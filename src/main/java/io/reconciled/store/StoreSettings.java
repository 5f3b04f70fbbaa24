package io.reconciled.store;

import io.reconciled.model.Secret;
import io.reconciled.model.StoreName;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * How to reach one store.
 *
 * @param url as written in the connector file, such as {@code postgresql://host:5432/database}
 * @param user empty where the store wants none
 * @param timeout the longest that one call to the store may take; also the connect time-out
 * @param options further settings of the kind, by name
 */
public record StoreSettings(
    StoreName name,
    URI url,
    String user,
    Secret password,
    Duration timeout,
    Map<String, String> options) {
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

  public StoreSettings {
    options = Map.copyOf(options);
  }
}
