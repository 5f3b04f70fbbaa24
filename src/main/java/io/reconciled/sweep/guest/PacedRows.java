package io.reconciled.sweep.guest;

import io.reconciled.model.StoreName;
import io.reconciled.model.encoded.RowBlock;
import io.reconciled.store.Rows;
import io.reconciled.store.Scan;
import java.util.Optional;

/**
 * A scan that keeps its store's pace. Where its reader expects to be cut, it is cut once the store
 * is closed, but not before a block has come: each range gets somewhere.
 */
final class PacedRows implements Rows {
  private final Rows rows;
  private final Scan scan;
  private final StoreName store;
  private final Manners manners;
  private boolean begun;
  private boolean cutShort;

  PacedRows(Rows rows, Scan scan, StoreName store, Manners manners) {
    this.rows = rows;
    this.scan = scan;
    this.store = store;
    this.manners = manners;
  }

  @Override
  public Optional<RowBlock> next() {
    cutShort |= begun && scan.isLimited() && manners.closed(store).isPresent();
    if (cutShort) {
      rows.close();
      return Optional.empty();
    }
    Optional<RowBlock> next = rows.next();
    next.ifPresent(block -> manners.rows(store, block.rows()));
    begun = next.isPresent();
    return next;
  }

  @Override
  public boolean cut() {
    return cutShort || rows.cut();
  }

  @Override
  public void close() {
    rows.close();
  }
}
