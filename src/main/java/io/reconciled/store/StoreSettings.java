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
 * @param mayLag whether a replica will do, as the URL says; else only what is current is read
 */
public record StoreSettings(
    StoreName name,
    URI url,
    String user,
    Secret password,
    Duration timeout,
    Map<String, String> options,
    boolean mayLag) {
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

  public StoreSettings {
    options = Map.copyOf(options);
  }

  /** Only what is current is read. */
  public StoreSettings(
      StoreName name,
      URI url,
      String user,
      Secret password,
      Duration timeout,
      Map<String, String> options) {
    this(name, url, user, password, timeout, options, false);
  }

  /** The same store by another URL, where it may be behind. */
  public StoreSettings readAt(URI replica) {
    return new StoreSettings(name, replica, user, password, timeout, options, true);
  }
}
