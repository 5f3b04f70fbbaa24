package io.reconciled.capture;

import io.reconciled.model.Dataset;
import io.reconciled.model.Position;
import io.reconciled.servers.DatabaseServer;
import io.reconciled.store.ChangeFeed;
import io.reconciled.store.StoreSettings;

/** One mapped table or collection on a real server, and its owner's hand on it. */
interface FollowedStore {
  String TENANT = "acme, north";

  DatabaseServer server();

  StoreSettings settings();

  ChangeFeed feed();

  /** The same store, as a daemon follows it that is another process. */
  default FollowedStore fromElsewhere() {
    return this;
  }

  Dataset dataset();

  /** Another table or collection that was there from the beginning, in the same store. */
  FollowedStore beside();

  /** One whose key is a tenant, which is {@link #TENANT}, together with the number. */
  FollowedStore composite();

  void insert(long key);

  /** Inserts the keys from 1 on in one transaction. */
  void insertMany(int keys);

  void update(long key);

  void delete(long key);

  void changeKey(long from, long to);

  /** The end of the log, as the store's own {@code head} samples it. */
  Position head();
}
