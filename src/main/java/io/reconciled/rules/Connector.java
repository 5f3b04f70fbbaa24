package io.reconciled.rules;

import io.reconciled.model.Secret;
import io.reconciled.model.StoreName;
import java.net.URI;
import java.util.Map;

/**
 * One connector file: a service's database and how to reach it.
 *
 * @param capture whether its changes are followed; a store that is not is covered by sweeps only
 */
public record Connector(
    StoreName store,
    String kind,
    URI url,
    String user,
    Secret password,
    boolean capture,
    Map<String, String> options,
    Places places) {
  public Connector {
    options = Map.copyOf(options);
  }
}
