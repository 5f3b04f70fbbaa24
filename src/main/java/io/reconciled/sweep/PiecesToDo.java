package io.reconciled.sweep;

import io.reconciled.model.DatasetName;
import io.reconciled.model.KeyRange;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Unread;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What a sweep has still to do: pieces ahead, and pieces that could not be read and want another
 * try. It is all that a sweep needs to be taken up again. Safe for several threads.
 */
public final class PiecesToDo {
  private final Deque<Piece> ahead = new ArrayDeque<>();
  private final List<Piece> inHand = new ArrayList<>();
  private final List<Piece> unread = new ArrayList<>();
  private boolean begun;

  private PiecesToDo(Collection<Piece> pieces, boolean begun) {
    this.ahead.addAll(pieces);
    this.begun = begun;
  }

  /** All keys of these datasets. */
  static PiecesToDo all(Set<DatasetName> datasets) {
    return new PiecesToDo(List.of(new Piece(KeyRange.ALL, datasets, Map.of())), false);
  }

  /** What an earlier run left. */
  static PiecesToDo rest(Collection<Piece> pieces) {
    return new PiecesToDo(pieces, true);
  }

  /** Whether somebody was here before. */
  synchronized boolean begun() {
    return begun;
  }

  /** Takes the next piece in hand, until it is {@link #letGo}. */
  synchronized Optional<Piece> next() {
    begun = true;
    Optional<Piece> next = Optional.ofNullable(ahead.pollFirst());
    next.ifPresent(inHand::add);
    return next;
  }

  /** Takes all that is ahead in hand, as one piece; empty where there is nothing. */
  synchronized Optional<Piece> whole() {
    Optional<Piece> first = next();
    if (first.isEmpty() || ahead.isEmpty()) {
      return first;
    }
    Set<DatasetName> uncounted = new HashSet<>(first.get().uncounted());
    ahead.forEach(piece -> uncounted.addAll(piece.uncounted()));
    Piece whole = new Piece(KeyRange.ALL, uncounted, Map.of());
    ahead.clear();
    inHand.clear();
    inHand.add(whole);
    return Optional.of(whole);
  }

  /** How many pieces are in line. */
  synchronized int ahead() {
    return ahead.size();
  }

  /** Divides what is in line at these keys. */
  synchronized void divide(List<SharedKey> bounds) {
    for (SharedKey bound : bounds) {
      ahead.stream()
          .filter(piece -> piece.isDividedBy(bound))
          .findFirst()
          .ifPresent(piece -> {
            ahead.remove(piece);
            ahead.addLast(piece.before(bound));
            ahead.addLast(piece.from(bound));
          });
    }
  }

  /** Makes changes of which {@link #whenAtRest} sees all or none. */
  synchronized void atOnce(Runnable changes) {
    changes.run();
  }

  synchronized <T> T whenAtRest(Supplier<T> see) {
    return see.get();
  }

  /** Lets go of what was in hand; this much of it is left to do. */
  synchronized void letGo(Piece piece, Optional<Piece> left) {
    inHand.remove(piece);
    left.ifPresent(ahead::addFirst);
  }

  /**
   * Keeps in hand what a piece has before a key, and puts what it has from there on back in line.
   *
   * @return what stays in hand
   */
  synchronized Piece cut(Piece piece, SharedKey before) {
    Piece kept = piece.before(before);
    inHand.remove(piece);
    inHand.add(kept);
    ahead.addFirst(piece.from(before));
    return kept;
  }

  synchronized void missed(Piece piece) {
    if (!unread.isEmpty() && unread.getLast().goesOnIn(piece)) {
      unread.add(unread.removeLast().and(piece));
    } else {
      unread.add(piece);
    }
  }

  /** Puts what could not be read in line once more. */
  synchronized void tryAgain() {
    ahead.addAll(unread);
    unread.clear();
  }

  /** What could not be read. */
  synchronized List<Piece> unread() {
    return List.copyOf(unread);
  }

  /** All that is left. */
  synchronized List<Piece> left() {
    List<Piece> left = new ArrayList<>(inHand);
    left.addAll(ahead);
    left.addAll(unread);
    return left;
  }

  /** A line for each dataset that could not be read somewhere. */
  synchronized Map<String, String> unreadByDataset() {
    Map<String, String> lines = new TreeMap<>();
    unread.forEach(piece -> piece.inWords().forEach(lines::putIfAbsent));
    return lines;
  }

  /** How many times a dataset could not be read in a range. */
  synchronized long unreadRanges() {
    return unread.stream().mapToLong(piece -> piece.unread().size()).sum();
  }

  /** Why something could not be read, by dataset. */
  synchronized Map<DatasetName, Unread> whyUnread() {
    Map<DatasetName, Unread> why = new TreeMap<>();
    unread.forEach(piece -> why.putAll(piece.unread()));
    return why;
  }
}
