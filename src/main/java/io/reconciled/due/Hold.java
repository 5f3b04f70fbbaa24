package io.reconciled.due;

import org.jspecify.annotations.Nullable;

/**
 * What one key holds back of one log, from the first of its events on that is not finished: a link
 * in the log's chain of holds, in the order of their numbers.
 */
final class Hold {
  final StoreLog log;
  final long number;
  @Nullable Hold before;
  @Nullable Hold after;

  Hold(StoreLog log, long number) {
    this.log = log;
    this.number = number;
  }
}
