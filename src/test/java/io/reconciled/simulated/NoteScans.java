package io.reconciled.simulated;

import io.reconciled.model.KeyRange;
import io.reconciled.store.PassingStore;
import io.reconciled.store.Rows;
import io.reconciled.store.Scan;
import io.reconciled.store.Store;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A store that notes which ranges were read in it. */
public final class NoteScans extends PassingStore {
  private final List<KeyRange> ranges = new CopyOnWriteArrayList<>();

  public NoteScans(Store store) {
    super(store);
  }

  /** Those read since this was last asked. */
  public List<KeyRange> ranges() {
    List<KeyRange> read = List.copyOf(ranges);
    ranges.clear();
    return read;
  }

  @Override
  public Rows scan(Scan scan) {
    ranges.add(scan.range());
    return super.scan(scan);
  }
}
