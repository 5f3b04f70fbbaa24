package io.reconciled.demo.services;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What has not yet arrived at one service. Nothing leaves it before it has arrived for sure, and
 * the changes of one key leave in the order in which they came.
 */
final class Outbox {

  private final SortedSet<Carry> waiting = new TreeSet<>(Carry.IN_ORDER);
  private final Map<Long, Carry> latest = new HashMap<>();
  private long number;

  /** Takes a change that should arrive when it is due, or later, behind the key's former one. */
  synchronized void add(Row row, Instant due) {
    Carry before = latest.get(row.key());
    Instant inOrder = before != null && before.due().isAfter(due) ? before.due() : due;
    Carry carry = new Carry(row, inOrder, number++);
    waiting.add(carry);
    latest.put(row.key(), carry);
  }

  /** What should have arrived by now, in order, at most so many; it stays until it is done. */
  synchronized List<Carry> due(Instant now, int limit) {
    return waiting.stream().takeWhile(carry -> !carry.due().isAfter(now)).limit(limit).toList();
  }

  synchronized void done(Collection<Carry> carries) {
    for (Carry carry : carries) {
      waiting.remove(carry);
      latest.remove(carry.row().key(), carry);
    }
  }

  /** Whether a change of this key is on its way. */
  synchronized boolean holds(long key) {
    return latest.containsKey(key);
  }

  synchronized boolean isEmpty() {
    return waiting.isEmpty();
  }
}
