package io.reconciled.model;

import java.util.Comparator;

/**
 * A place in one store's log of changes, comparable with other places in the same log.
 *
 * @param log which log of a numbered series (a binlog file's number), 0 where there is one log
 * @param offset the place in it: bytes, an LSN, or a cluster time
 */
public record Position(long log, long offset) implements Comparable<Position> {
  private static final Comparator<Position> ORDER =
      Comparator.comparingLong(Position::log)
          .thenComparing(Position::offset, Long::compareUnsigned);

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  public boolean atOrAfter(Position other) {
    return compareTo(other) >= 0;
  }

  @Override
  public String toString() {
    return log == 0 ? Long.toUnsignedString(offset) : log + ":" + Long.toUnsignedString(offset);
  }
}
