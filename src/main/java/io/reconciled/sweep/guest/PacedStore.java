package io.reconciled.sweep.guest;

import io.reconciled.model.Dataset;
import io.reconciled.model.Image;
import io.reconciled.model.KeyRange;
import io.reconciled.model.Position;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import io.reconciled.store.ConditionalWrite;
import io.reconciled.store.Digest;
import io.reconciled.store.Fit;
import io.reconciled.store.Fits;
import io.reconciled.store.Load;
import io.reconciled.store.Ordering;
import io.reconciled.store.Rows;
import io.reconciled.store.Scan;
import io.reconciled.store.Store;
import io.reconciled.store.StoreMisconfigured;
import io.reconciled.store.WriteOutcome;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A store as sweeps read it: its scans keep the store's pace, and end early where they must. */
public final class PacedStore implements Store {
  private final Store store;
  private final Manners manners;
  private final Fits fits;

  /**
   * @param fits what does not fit is not scanned: all its rows might look different
   */
  public PacedStore(Store store, Manners manners, Fits fits) {
    this.store = store;
    this.manners = manners;
    this.fits = fits;
  }

  public PacedStore(Store store, Manners manners) {
    this(store, manners, new Fits());
  }

  @Override
  public Rows scan(Scan scan) {
    fits.misfit(scan.dataset())
        .ifPresent(misfit -> {
          String what = misfit.unread().detail();
          throw new StoreMisconfigured(store.name(), what, new IllegalStateException(what));
        });
    return new PacedRows(store.scan(scan), scan, store.name(), manners);
  }

  @Override
  public StoreName name() {
    return store.name();
  }

  @Override
  public void ping() {
    store.ping();
  }

  @Override
  public Fit fit(Dataset dataset) {
    return store.fit(dataset);
  }

  @Override
  public Map<SharedKey, Image> read(Dataset dataset, Collection<SharedKey> keys) {
    return store.read(dataset, keys);
  }

  @Override
  public Map<Value, Set<SharedKey>> holders(
      Dataset dataset, String attribute, Collection<Value> values) {
    return store.holders(dataset, attribute, values);
  }

  @Override
  public Optional<SharedKey> boundary(
      Dataset dataset, Scan.Order order, Optional<SharedKey> from, int rows) {
    return store.boundary(dataset, order, from, rows);
  }

  @Override
  public Ordering ordering(Dataset dataset) {
    return store.ordering(dataset);
  }

  @Override
  public Optional<String> noDigest(Dataset dataset, List<String> attributes) {
    return store.noDigest(dataset, attributes);
  }

  /** Rows that are digested are read as well, though not sent. */
  @Override
  public Digest digest(Dataset dataset, KeyRange range, List<String> attributes) {
    Digest digest = store.digest(dataset, range, attributes);
    manners.rows(store.name(), Math.toIntExact(digest.rows()));
    return digest;
  }

  @Override
  public long estimatedRows(Dataset dataset) {
    return store.estimatedRows(dataset);
  }

  @Override
  public Load load() {
    return store.load();
  }

  @Override
  public Position head() {
    return store.head();
  }

  @Override
  public Set<String> announced() {
    return store.announced();
  }

  @Override
  public WriteOutcome write(ConditionalWrite write) {
    return store.write(write);
  }

  @Override
  public void close() {
    store.close();
  }
}
