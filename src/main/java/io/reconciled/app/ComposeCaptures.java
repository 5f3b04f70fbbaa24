package io.reconciled.app;

import io.reconciled.capture.Capture;
import io.reconciled.capture.CaptureSettings;
import io.reconciled.capture.Captures;
import io.reconciled.capture.Engine;
import io.reconciled.due.StoreLog;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Connector;
import io.reconciled.store.Capability;
import java.util.List;

/** One capture for each store that is to be followed, and can be. */
final class ComposeCaptures {
  private ComposeCaptures() {}

  static List<Connector> followed(Configuration configuration) {
    return ConnectStores.inUse(configuration).stream()
        .filter(connector -> isFollowed(connector, configuration))
        .toList();
  }

  /**
   * A store of views alone has nothing to follow, and an engine without tables follows them all.
   */
  static boolean isFollowed(Connector connector, Configuration configuration) {
    return connector.capture()
        && Kinds.named(connector.kind()).capabilities().contains(Capability.CAPTURE)
        && !configuration.followableIn(connector.store()).isEmpty();
  }

  static Captures from(Parts parts, Engine.Factory engines) {
    return new Captures(
        followed(parts.configuration()).stream()
            .map(connector -> capture(connector, parts, engines))
            .toList());
  }

  private static Capture capture(Connector connector, Parts parts, Engine.Factory engines) {
    Capture.Source source =
        new Capture.Source(
            ConnectStores.settings(connector),
            Kinds.named(connector.kind()).feed(),
            parts.configuration().followableIn(connector.store()));
    StoreLog log = parts.log(connector.store());
    return new Capture(source, engines, parts.due(), log, CaptureSettings.DEFAULT, parts.clock());
  }
}
