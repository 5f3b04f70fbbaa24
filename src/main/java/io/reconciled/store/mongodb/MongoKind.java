package io.reconciled.store.mongodb;

import io.reconciled.model.Dataset;
import io.reconciled.store.Capability;
import io.reconciled.store.ChangeFeed;
import io.reconciled.store.DescribeStore;
import io.reconciled.store.Store;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreFailure;
import io.reconciled.store.StoreKind;
import io.reconciled.store.StoreSettings;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** MongoDB. */
public final class MongoKind implements StoreKind {
  @Override
  public String name() {
    return "mongodb";
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  @Override
  public List<StoreComplaint> check(
      StoreSettings settings, List<Dataset> datasets, boolean capture) {
    try (MongoConnection connection = new MongoConnection(settings)) {
      return connection.ask(
          "be checked", () -> new CheckCollections(connection, settings).check(datasets, capture));
    } catch (StoreFailure failure) {
      return List.of(StoreComplaint.of(failure));
    }
  }

  @Override
  public Store open(StoreSettings settings) {
    return new MongoStore(settings);
  }

  @Override
  public DescribeStore describe(StoreSettings settings) {
    return new DescribeMongo(settings);
  }

  @Override
  public ChangeFeed feed() {
    return new MongoFeed();
  }
}
