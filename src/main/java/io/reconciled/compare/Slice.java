package io.reconciled.compare;

import io.reconciled.model.Value;
import io.reconciled.model.encoded.EncodedMoment;
import io.reconciled.model.encoded.EqualBytes;
import io.reconciled.model.encoded.RowBlock;
import io.reconciled.model.encoded.ValueBytes;
import io.reconciled.model.encoded.ValueTag;

/** Where one encoded value stands; empty for a field that is absent. Set again for every row. */
final class Slice {
  private static final byte[] NOTHING = {};
  private byte[] bytes = NOTHING;
  private int from;
  private int to;

  void set(RowBlock block, int row, int attribute) {
    set(block.bytes(), block.valueFrom(row, attribute), block.valueTo(row, attribute));
  }

  void set(byte[] newBytes, int newFrom, int newTo) {
    bytes = newBytes;
    from = newFrom;
    to = newTo;
  }

  boolean isEqualTo(Slice other) {
    return isEqualTo(other.bytes, other.from, other.to);
  }

  boolean isEqualTo(byte[] others, int othersFrom, int othersTo) {
    return EqualBytes.areEqual(bytes, from, to, others, othersFrom, othersTo);
  }

  /** Whether it is equal to itself: what is unmapped is not, nor what holds such a thing. */
  boolean isCertain() {
    if (from == to) {
      return true;
    }
    return switch (bytes[from]) {
      case ValueTag.UNMAPPED -> false;
      case ValueTag.DOCUMENT, ValueTag.ARRAY -> Value.isMapped(ValueBytes.decode(bytes, from, to));
      default -> true;
    };
  }

  /** Whether both are moments, and the same one at the coarser of their precisions. */
  boolean isSameMoment(Slice other) {
    return from < to
        && other.from < other.to
        && EncodedMoment.isOne(bytes[from])
        && EncodedMoment.isOne(other.bytes[other.from])
        && EncodedMoment.areSame(bytes, from, other.bytes, other.from);
  }
}
