package io.reconciled.app;

import io.reconciled.model.EntityName;
import io.reconciled.model.StoreName;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Connector;
import io.reconciled.rules.Loaded;
import io.reconciled.rules.Problem;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A store as the files have it, which may be not at all.
 *
 * @param connector empty where no file speaks of it any more
 * @param entities that have a part in it
 */
record KnownStore(StoreName name, Optional<Connector> connector, Set<EntityName> entities) {

  /** Files that are wrong in other places do not matter; where its own may be, it says so. */
  static Optional<KnownStore> find(StoreName name, Settings settings, PrintWriter out) {
    Loaded connectors = settings.loadConnectors();
    Optional<Connector> connector =
        configuration(connectors).connectors().stream()
            .filter(one -> one.store().equals(name))
            .findFirst();
    if (connector.isEmpty() && connectors instanceof Loaded.Refused refused) {
      print(refused.problems(), out);
      return Optional.empty();
    }
    Set<EntityName> entities =
        configuration(settings.load()).entities().stream()
            .filter(entity -> entity.stores().contains(name))
            .map(entity -> entity.name())
            .collect(Collectors.toSet());
    return Optional.of(new KnownStore(name, connector, entities));
  }

  private static Configuration configuration(Loaded loaded) {
    return switch (loaded) {
      case Loaded.Sound(Configuration configuration) -> configuration;
      case Loaded.Refused(List<Problem> problems, Configuration flawless) -> flawless;
    };
  }

  private static void print(List<Problem> problems, PrintWriter out) {
    problems.forEach(out::println);
    out.flush();
  }
}
