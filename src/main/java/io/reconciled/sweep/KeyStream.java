package io.reconciled.sweep;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.RowsOfKey;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.model.encoded.RowBlock;
import io.reconciled.model.encoded.RowWriter;
import io.reconciled.store.Rows;
import io.reconciled.store.StoreFailure;
import java.util.List;
import java.util.Optional;

/**
 * One dataset's range as distinct keys in order: rows without a key are counted and passed over,
 * rows that share a key become one image.
 *
 * <p>Where the rows were cut, the last key may have more of them: the stream stands there, and does
 * not show it.
 */
final class KeyStream implements AutoCloseable {
  static final RowBlock NOTHING = new RowWriter(List.of()).take();
  private final Dataset dataset;
  private final SweepTally tally;
  private final Rows rows;
  private RowBlock block = NOTHING;
  private int row;
  private RowBlock aheadIn = NOTHING;
  private int ahead;
  private boolean noneAhead;
  private State state = State.BEFORE;
  private int rowsOfKey;
  private long rowsSeen;
  private Optional<RowsOfKey> several = Optional.empty();

  private enum State {
    BEFORE,
    AT_KEY,
    CUT,
    CUT_BARE,
    ENDED
  }

  KeyStream(Dataset dataset, Rows rows, SweepTally tally) {
    this.dataset = dataset;
    this.rows = rows;
    this.tally = tally;
  }

  DatasetName dataset() {
    return dataset.name();
  }

  /** Whether it stands at a key, be it one that it cannot show. */
  boolean hasKey() {
    return state == State.AT_KEY || state == State.CUT;
  }

  /** Whether nothing can be told of this key, and what follows it, for more rows may come. */
  boolean isCut() {
    return state == State.CUT;
  }

  /** Whether it was cut before it had shown any key: all rows of the range had none. */
  boolean isCutBare() {
    return state == State.CUT_BARE;
  }

  /** The key that it stands at. */
  SharedKey key() {
    return keyOf(block, row);
  }

  SharedKey keyOf(RowBlock in, int at) {
    return in.key(at, dataset.keyShape());
  }

  int compareKey(KeyStream other) {
    return block.compareKeys(row, other.block, other.row);
  }

  /** Whether one row has the key, and may be looked at in {@link #block}. */
  boolean isSingle() {
    return rowsOfKey == 1 && !dataset.severalRows();
  }

  RowBlock block() {
    return block;
  }

  /** Where {@link #block} has the first row of the key. */
  int row() {
    return row;
  }

  /** What the dataset holds for the key. */
  Image image() {
    return several.orElseGet(() -> rowsOfKey(block, row)).image(dataset);
  }

  /** Moves to the first key, or the next. */
  void advance() {
    if (state == State.BEFORE) {
      stepAhead();
    }
    if (noneAhead) {
      state = state == State.BEFORE && rows.cut() ? State.CUT_BARE : State.ENDED;
      return;
    }
    if (state == State.AT_KEY && aheadIn.compareKeys(ahead, block, row) < 0) {
      throw outOfOrder();
    }
    block = aheadIn;
    row = ahead;
    rowsOfKey = 0;
    several = Optional.empty();
    gather();
    state = noneAhead && rows.cut() ? State.CUT : State.AT_KEY;
  }

  private void gather() {
    do {
      rowsOfKey++;
      if (rowsOfKey == 2) {
        several = Optional.of(rowsOfKey(block, row));
      }
      if (rowsOfKey >= 2) {
        several.orElseThrow().add(aheadIn.image(ahead));
      }
      stepAhead();
    } while (!noneAhead && aheadIn.compareKeys(ahead, block, row) == 0);
  }

  private static RowsOfKey rowsOfKey(RowBlock block, int row) {
    RowsOfKey only = new RowsOfKey();
    only.add(block.image(row));
    return only;
  }

  private void stepAhead() {
    ahead++;
    while (ahead >= aheadIn.rows() && !noneAhead) {
      Optional<RowBlock> next = nextBlock();
      noneAhead = next.isEmpty();
      aheadIn = next.orElse(aheadIn);
      ahead = 0;
    }
  }

  private Optional<RowBlock> nextBlock() {
    try {
      Optional<RowBlock> next = rows.next();
      next.ifPresent(found ->
          found.keyless().forEach((why, count) -> tally.keyless(dataset.name(), why, count)));
      return next;
    } catch (StoreFailure failure) {
      throw new BrokenStream(dataset.name(), failure.unread());
    }
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

  /** How many rows the key has. */
  int rowsOfKey() {
    return rowsOfKey;
  }

  /** So many rows were shown, and all that can be told of their key was. */
  void shown(int count) {
    rowsSeen += count;
  }

  /** What was shown of the rows is counted by then. */
  @Override
  public void close() {
    tally.rows(dataset.name(), rowsSeen);
    rowsSeen = 0;
    rows.close();
  }
}
