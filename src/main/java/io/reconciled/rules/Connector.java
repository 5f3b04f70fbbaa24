package io.reconciled.rules;

import io.reconciled.model.Secret;
import io.reconciled.model.StoreName;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One connector file: a service's database and how to reach it.
 *
 * @param url of its kind's scheme, with host and database, without user and password
 * @param user empty where the store wants none
 * @param capture whether its changes are followed; a store that is not is covered by sweeps only
 * @param timeout the longest that one call to the store may take; empty for the usual
 * @param options further settings of the kind, by name
 * @param sweep how sweeps are to behave there
 */
public record Connector(
    StoreName store,
    String kind,
    URI url,
    String user,
    Secret password,
    boolean capture,
    Optional<Duration> timeout,
    Map<String, String> options,
    SweepLimits sweep,
    Places places) {
  public Connector {
    options = Map.copyOf(options);
  }

  /** What a dataset lies in, as rules files call it: {@code table} or {@code collection}. */
  public String containerWord() {
    return KindConventions.of(kind).container();
  }
}
