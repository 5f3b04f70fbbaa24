package io.reconciled.store;

import io.reconciled.model.StoreName;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The open stores by name. Closing closes each. */
public final class Stores implements AutoCloseable {
  private final Map<StoreName, Store> byName = new TreeMap<>();

  public Stores(Collection<Store> stores) {
    stores.forEach(store -> byName.put(store.name(), store));
  }

  /** A store that a connector names. */
  public Store of(StoreName name) {
    return Optional.ofNullable(byName.get(name))
        .orElseThrow(() -> new IllegalArgumentException("no connector names the store " + name));
  }

  public Collection<Store> all() {
    return byName.values();
  }

  @Override
  public void close() {
    byName.values().forEach(Store::close);
  }
}
