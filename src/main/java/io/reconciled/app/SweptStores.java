package io.reconciled.app;

import io.reconciled.model.StoreName;
import io.reconciled.rules.Configuration;
import io.reconciled.rules.Connector;
import io.reconciled.store.Fits;
import io.reconciled.store.Store;
import io.reconciled.store.Stores;
import io.reconciled.sweep.guest.Host;
import io.reconciled.sweep.guest.Manners;
import io.reconciled.sweep.guest.OpenHost;
import io.reconciled.sweep.guest.PacedStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The stores as sweeps read them, each at its pace, and from its replica where a connector names
 * one.
 */
final class SweptStores implements AutoCloseable {
  private final Stores stores;
  private final Stores replicas;
  private final Manners manners;

  private SweptStores(Stores stores, Stores replicas, Manners manners) {
    this.stores = stores;
    this.replicas = replicas;
    this.manners = manners;
  }

  /**
   * Connects to none yet.
   *
   * @param stores what is read where there is no replica
   * @param fits what does not fit is not scanned
   * @param overdue how late looks are that a store has a part in; empty where nobody looks
   */
  static SweptStores open(
      Configuration configuration,
      Stores stores,
      Fits fits,
      OpenHost openHost,
      Function<StoreName, Optional<Supplier<Duration>>> overdue) {
    List<Store> replicas = new ArrayList<>();
    List<Store> read = new ArrayList<>();
    List<Host> hosts = new ArrayList<>();
    for (Connector connector : ConnectStores.inUse(configuration)) {
      Store store = stores.of(connector.store());
      if (connector.sweep().readUrl().isPresent()) {
        store = Kinds.named(connector.kind()).open(ConnectStores.sweepSettings(connector));
        replicas.add(store);
      }
      read.add(store);
      hosts.add(openHost.of(store, connector.sweep(), overdue.apply(store.name())));
    }
    Manners manners = new Manners(hosts, openHost.ticks());
    List<Store> paced =
        read.stream().<Store>map(store -> new PacedStore(store, manners, fits)).toList();
    return new SweptStores(new Stores(paced), new Stores(replicas), manners);
  }

  Stores stores() {
    return stores;
  }

  Manners manners() {
    return manners;
  }

  /** Closes the replicas; the others belong to whoever opened them. */
  @Override
  public void close() {
    replicas.close();
  }
}
