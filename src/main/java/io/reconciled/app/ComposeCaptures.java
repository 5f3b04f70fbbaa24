package io.reconciled.app;

import io.reconciled.capture.Capture;
import io.reconciled.capture.CaptureSettings;
import io.reconciled.capture.Captures;
import io.reconciled.capture.Engine;
import io.reconciled.capture.RaiseDoubts;
import io.reconciled.capture.Remembered;
import io.reconciled.model.EntityName;
import io.reconciled.rules.Check;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Connector;
import io.reconciled.rules.Entity;
import io.reconciled.store.Capability;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            parts.configuration().followableIn(connector.store()),
            connector.logLimit());
    RaiseDoubts doubts =
        new RaiseDoubts(
            connector.store(),
            parts.record().doubts(),
            parts.health(),
            entity -> restingOn(entity, parts.configuration()),
            parts.clock());
    return new Capture(
        source,
        engines,
        parts.due(),
        parts.log(connector.store()),
        CaptureSettings.DEFAULT,
        parts.clock(),
        new Remembered(parts.record().followed(), doubts));
  }

  /** Also those whose rules say that something must be there. */
  private static Set<EntityName> restingOn(EntityName entity, Configuration configuration) {
    return Stream.concat(
            Stream.of(entity),
            configuration.entities().stream()
                .filter(other ->
                    other.rules().stream()
                        .anyMatch(rule ->
                            rule.check() instanceof Check.References references
                                && references.entity().equals(entity)))
                .map(Entity::name))
        .collect(Collectors.toSet());
  }
}
