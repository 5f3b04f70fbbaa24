package io.reconciled.due;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Waiting keys by the time of their look; guarded by the queue's lock.
 *
 * <p>Nearly all of them rest after a move, and as the clock goes forward, so do the times of their
 * looks: these make a chain, to whose end each is appended. The others are sorted in.
 */
final class Agenda {
  private static final Comparator<Waiting> BY_TIME =
      Comparator.comparing(Waiting::lookAt).thenComparingLong(Waiting::ticket);
  private final TreeSet<Waiting> sorted = new TreeSet<>(BY_TIME);
  private @Nullable Waiting first;
  private @Nullable Waiting last;

  /** Adds a key whose look may be at any time. */
  void add(Waiting waiting) {
    sorted.add(waiting);
  }

  /** Adds a key that has just moved, so that all others that have are looked at before it. */
  void append(Waiting waiting) {
    if (last != null && waiting.lookAt.isBefore(last.lookAt)) {
      sorted.add(waiting);
      return;
    }
    waiting.inChain = true;
    waiting.before = last;
    if (last == null) {
      first = waiting;
    } else {
      last.after = waiting;
    }
    last = waiting;
  }

  /** To be called before the time of its look is changed. */
  void remove(Waiting waiting) {
    if (!waiting.inChain) {
      sorted.remove(waiting);
      return;
    }
    Waiting before = waiting.before;
    Waiting after = waiting.after;
    if (before == null) {
      first = after;
    } else {
      before.after = after;
    }
    if (after == null) {
      last = before;
    } else {
      after.before = before;
    }
    waiting.inChain = false;
    waiting.before = null;
    waiting.after = null;
  }

  /** The first keys whose time has come, the longest due first, of those that are wanted. */
  List<Waiting> due(Instant now, int limit, Predicate<Waiting> wanted) {
    List<Waiting> due = new ArrayList<>();
    Iterator<Waiting> others = sorted.iterator();
    Waiting inChain = first;
    Waiting other = next(others);
    while (due.size() < limit) {
      boolean chained = comesBefore(inChain, other);
      Waiting next = chained ? inChain : other;
      if (next == null || next.lookAt.isAfter(now)) {
        break;
      }
      if (wanted.test(next)) {
        due.add(next);
      }
      if (chained) {
        inChain = next.after;
      } else {
        other = next(others);
      }
    }
    return due;
  }

  /** The keys that are looked at last. */
  List<Waiting> farthest(int limit) {
    List<Waiting> farthest = new ArrayList<>();
    Iterator<Waiting> others = sorted.descendingIterator();
    Waiting inChain = last;
    Waiting other = next(others);
    while (farthest.size() < limit && (inChain != null || other != null)) {
      if (inChain == null || (other != null && comesBefore(inChain, other))) {
        farthest.add(other);
        other = next(others);
      } else {
        farthest.add(inChain);
        inChain = inChain.before;
      }
    }
    return farthest;
  }

  private static boolean comesBefore(@Nullable Waiting left, @Nullable Waiting right) {
    return left != null && (right == null || BY_TIME.compare(left, right) < 0);
  }

  private static @Nullable Waiting next(Iterator<Waiting> iterator) {
    return iterator.hasNext() ? iterator.next() : null;
  }
}
