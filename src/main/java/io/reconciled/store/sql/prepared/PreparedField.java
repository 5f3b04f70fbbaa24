package io.reconciled.store.sql.prepared;

import io.reconciled.model.encoded.ByteSink;

/** Encodes the fields of one column, which are not null. */
@FunctionalInterface
public interface PreparedField {
  /**
   * Writes the field that the row is at as {@link io.reconciled.model.encoded.ValueBytes}, and goes
   * past it.
   *
   * @return false, and nothing is written, where the bytes have no short way; the row is past the
   *     field all the same
   */
  boolean put(RowBytes row, ByteSink sink);

  /** Leaves fields of variable length to the driver. */
  static PreparedField skipped() {
    return (row, sink) -> {
      row.skip(row.length());
      return false;
    };
  }

  /** Leaves fields of this many bytes to the driver. */
  static PreparedField skipped(int bytes) {
    return (row, sink) -> {
      row.skip(bytes);
      return false;
    };
  }
}
