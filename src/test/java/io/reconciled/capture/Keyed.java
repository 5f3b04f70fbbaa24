package io.reconciled.capture;

import io.reconciled.model.Dataset;
import io.reconciled.model.KeyType;
import io.reconciled.model.Position;
import io.reconciled.servers.DatabaseServer;
import io.reconciled.store.ChangeFeed;
import io.reconciled.store.StoreSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Another table or collection of a followed store, whose key {@code id} is of this type. */
record Keyed(FollowedStore store, String name, KeyType type) implements FollowedStore {
  @Override
  public Dataset dataset() {
    Dataset beside = store.dataset();
    List<String> outer = beside.container().subList(0, beside.container().size() - 1);
    return new Dataset(
        beside.entity(),
        beside.name(),
        beside.store(),
        Stream.concat(outer.stream(), Stream.of(name)).toList(),
        List.of("id"),
        type,
        Map.of("status", "status"),
        Optional.empty(),
        false,
        false);
  }

  @Override
  public DatabaseServer server() {
    return store.server();
  }

  @Override
  public StoreSettings settings() {
    return store.settings();
  }

  @Override
  public ChangeFeed feed() {
    return store.feed();
  }

  @Override
  public FollowedStore beside() {
    return store.beside();
  }

  @Override
  public FollowedStore composite() {
    return store.composite();
  }

  @Override
  public void insert(long key) {
    store.insert(key);
  }

  @Override
  public void insertMany(int keys) {
    store.insertMany(keys);
  }

  @Override
  public void update(long key) {
    store.update(key);
  }

  @Override
  public void delete(long key) {
    store.delete(key);
  }

  @Override
  public void changeKey(long from, long to) {
    store.changeKey(from, to);
  }

  @Override
  public Position head() {
    return store.head();
  }
}
