package io.reconciled.rules;

import io.reconciled.model.Secret;
import io.reconciled.model.StoreName;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One connector file: a service's database and how to reach it.
 *
 * @param url of its kind's scheme, with host and database, without user and password
 * @param user empty where the store wants none
 * @param capture whether its changes are followed; a store that is not is covered by sweeps only
 * @param timeout the longest that one call to the store may take; empty for the usual
 * @param options further settings of the kind, by name
 * @param logLimit so many bytes of log may the server keep for the daemon before it lets go of it;
 *     empty for no limit, and where the kind keeps none for its readers
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
    OptionalLong logLimit,
    SweepLimits sweep,
    Places places) {
  /** What goes where nothing is written, of a kind that keeps its log for readers: 8 GB. */
  public static final long DEFAULT_LOG_LIMIT = 8L << 30;

  public Connector {
    options = Map.copyOf(options);
  }

  /** What a dataset lies in, as rules files call it: {@code table} or {@code collection}. */
  public String containerWord() {
    return KindConventions.of(kind).container();
  }
}
