package io.reconciled.store;

import io.reconciled.model.Image;
import io.reconciled.model.KeyShape;
import io.reconciled.model.SharedKey;
import io.reconciled.model.encoded.RowBlock;
import java.util.ArrayList;
import java.util.List;

/** One row of a scan, decoded. */
public sealed interface ScannedRow {

  record Keyed(SharedKey key, Image.Present image) implements ScannedRow {}

  /** A row that names no entity. */
  record Keyless(String why) implements ScannedRow {}

  /** All that a scan shows, in its order. */
  static List<ScannedRow> drain(Store store, Scan scan) {
    List<ScannedRow> all = new ArrayList<>();
    try (Rows rows = store.scan(scan)) {
      for (var block = rows.next(); block.isPresent(); block = rows.next()) {
        all.addAll(of(block.get(), scan.dataset().keyShape()));
      }
    }
    return all;
  }

  /** The rows of a block, those without a key first. */
  static List<ScannedRow> of(RowBlock block, KeyShape shape) {
    List<ScannedRow> rows = new ArrayList<>();
    block
        .keyless()
        .forEach((why, count) -> {
          for (long i = 0; i < count; i++) {
            rows.add(new Keyless(why));
          }
        });
    for (int row = 0; row < block.rows(); row++) {
      rows.add(new Keyed(block.key(row, shape), block.image(row)));
    }
    return rows;
  }
}
