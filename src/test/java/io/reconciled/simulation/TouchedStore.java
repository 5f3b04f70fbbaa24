package io.reconciled.simulation;

import io.reconciled.model.Dataset;
import io.reconciled.model.Image;
import io.reconciled.model.Position;
import io.reconciled.model.SharedKey;
import io.reconciled.store.PassingStore;
import io.reconciled.store.Rows;
import io.reconciled.store.Scan;
import io.reconciled.store.Store;
import java.util.Collection;
import java.util.Map;

/** A store that the daemon may die at, before and after each answer; it notes what was read. */
final class TouchedStore extends PassingStore {
  private final Boundary boundary;
  private final Reads reads;

  TouchedStore(Store store, Boundary boundary, Reads reads) {
    super(store);
    this.boundary = boundary;
    this.reads = reads;
  }

  @Override
  public Map<SharedKey, Image> read(Dataset dataset, Collection<SharedKey> keys) {
    boundary.touch();
    long asked = reads.asked();
    Map<SharedKey, Image> images = super.read(dataset, keys);
    reads.read(name(), images, asked);
    boundary.touch();
    return images;
  }

  @Override
  public Rows scan(Scan scan) {
    boundary.touch();
    return super.scan(scan);
  }

  @Override
  public Position head() {
    boundary.touch();
    return super.head();
  }
}
