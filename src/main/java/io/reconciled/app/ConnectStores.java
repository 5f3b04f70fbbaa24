package io.reconciled.app;

import io.reconciled.model.StoreName;
import io.reconciled.model.Unread;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Connector;
import io.reconciled.rules.SweepLimits;
import io.reconciled.store.AnswerLookups;
import io.reconciled.store.Store;
import io.reconciled.store.StoreHealth;
import io.reconciled.store.StoreSettings;
import io.reconciled.store.StoreUnavailable;
import io.reconciled.store.Stores;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** From connector files to open stores. */
final class ConnectStores {
  private ConnectStores() {}

  /** Opens the stores that some entity lives in; connects to none yet. */
  static Stores open(Configuration configuration) {
    return open(inUse(configuration));
  }

  /** Opens the stores that these connectors lead to; connects to none yet. */
  static Stores open(List<Connector> connectors) {
    List<Store> stores =
        connectors.stream()
            .map(connector -> Kinds.named(connector.kind()).open(settings(connector)))
            .toList();
    return new Stores(stores);
  }

  static List<Connector> inUse(Configuration configuration) {
    return configuration.connectors().stream()
        .filter(connector -> !configuration.datasetsIn(connector.store()).isEmpty())
        .toList();
  }

  static StoreSettings settings(Connector connector) {
    return new StoreSettings(
        connector.store(),
        connector.url(),
        connector.user(),
        connector.password(),
        connector.timeout().orElse(StoreSettings.DEFAULT_TIMEOUT),
        connector.options());
  }

  /** How sweeps reach the store. */
  static StoreSettings sweepSettings(Connector connector) {
    StoreSettings settings = settings(connector);
    return connector.sweep().readUrl().map(settings::readAt).orElse(settings);
  }

  /** The stores that rows do not travel from cheaply. */
  static Set<StoreName> narrow(Configuration configuration) {
    return inUse(configuration).stream()
        .filter(connector -> connector.sweep().link() == SweepLimits.Link.NARROW)
        .map(Connector::store)
        .collect(Collectors.toSet());
  }

  /** Answers what rules ask about other keys. */
  static AnswerLookups lookups(
      Stores stores, Configuration configuration, StoreHealth health, InstantSource clock) {
    return new AnswerLookups(
        stores,
        configuration.entities().stream().flatMap(entity -> entity.datasets().stream()).toList(),
        (dataset, stored) ->
            configuration
                .entity(dataset.entity())
                .map(entity -> entity.canonical(dataset.name(), stored))
                .orElse(stored),
        new AnswerLookups.Caution() {
          @Override
          public Optional<Unread> leftAlone(StoreName store) {
            return health.leftAlone(store, clock.instant());
          }

          @Override
          public void failed(StoreUnavailable failure) {
            health.failed(failure, clock.instant());
          }
        });
  }
}
