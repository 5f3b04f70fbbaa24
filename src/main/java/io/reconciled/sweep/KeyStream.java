package io.reconciled.sweep;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.KeyRange;
import io.reconciled.model.RowsOfKey;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.store.Rows;
import io.reconciled.store.ScannedRow;
import io.reconciled.store.Store;
import io.reconciled.store.StoreFailure;
import java.util.Optional;

/**
 * One dataset's range as distinct keys in order: rows without a key are counted and passed over,
 * rows that share a key become one {@link Image.Duplicate}.
 */
final class KeyStream implements AutoCloseable {
  private final Dataset dataset;
  private final SweepTally tally;
  private final Rows rows;
  private Optional<ScannedRow.Keyed> ahead = Optional.empty();
  private Optional<SharedKey> key = Optional.empty();
  private Image image = Image.ABSENT;

  KeyStream(Dataset dataset, Store store, KeyRange range, SweepTally tally) {
    this.dataset = dataset;
    this.tally = tally;
    try {
      this.rows = store.scan(dataset, range);
    } catch (StoreFailure failure) {
      throw broken(failure);
    }
    try {
      this.ahead = nextRow();
    } catch (BrokenStream broken) {
      rows.close();
      throw broken;
    }
    advance();
  }

  DatasetName dataset() {
    return dataset.name();
  }

  /** The key that the stream stands at; empty at its end. */
  Optional<SharedKey> key() {
    return key;
  }

  /** What the dataset holds for {@link #key}. */
  Image image() {
    return image;
  }

  void advance() {
    Optional<SharedKey> before = key;
    if (ahead.isEmpty()) {
      key = Optional.empty();
      return;
    }
    ScannedRow.Keyed row = ahead.get();
    if (before.isPresent() && row.key().compareTo(before.get()) <= 0) {
      throw outOfOrder();
    }
    key = Optional.of(row.key());
    ahead = nextRow();
    RowsOfKey together = new RowsOfKey();
    together.add(row.image());
    while (isNext(row.key())) {
      together.add(ahead.orElseThrow().image());
      ahead = nextRow();
    }
    image = together.image(dataset);
  }

  private boolean isNext(SharedKey same) {
    return ahead.isPresent() && ahead.get().key().equals(same);
  }

  private Optional<ScannedRow.Keyed> nextRow() {
    try {
      while (rows.hasNext()) {
        switch (rows.next()) {
          case ScannedRow.Keyed keyed -> {
            tally.row(dataset.name());
            return Optional.of(keyed);
          }
          case ScannedRow.Keyless(String why) -> tally.keyless(dataset.name(), why);
        }
      }
      return Optional.empty();
    } catch (StoreFailure failure) {
      throw broken(failure);
    }
  }

  private BrokenStream broken(StoreFailure failure) {
    return new BrokenStream(dataset.name(), failure.unread());
  }

  /** A stream that is out of order would make keys look absent that are not. */
  private BrokenStream outOfOrder() {
    Unread why =
        new Unread(
            UnverifiedReason.MISCONFIGURED,
            "store %s does not stream %s in the order of its key"
                .formatted(dataset.store(), dataset));
    return new BrokenStream(dataset.name(), why);
  }

  @Override
  public void close() {
    rows.close();
  }
}
