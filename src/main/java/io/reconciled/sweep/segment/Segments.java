package io.reconciled.sweep.segment;

import io.reconciled.model.EntityName;
import io.reconciled.model.KeyRange;
import io.reconciled.model.SharedKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * All keys of one entity, in segments. Capture marks them, sweeps replace them. Safe for many
 * threads; no state database is asked while capture waits.
 *
 * <p>A reading sees every move that was told before it began. So a mark that is younger than the
 * reading of its segment stays when that comes to its end.
 */
public final class Segments {
  private static final int MOST = 2_000;
  private static final Comparator<Optional<SharedKey>> HEAD_FIRST =
      (one, other) ->
          one.isEmpty() || other.isEmpty()
              ? Boolean.compare(one.isPresent(), other.isPresent())
              : one.get().compareTo(other.get());
  private final EntityName entity;
  private final SegmentLog log;
  private final Supplier<Optional<Instant>> followedSince;
  private final Thin thin;
  private final Object recording = new Object();
  private final TreeMap<Optional<SharedKey>, Segment> segments = new TreeMap<>(HEAD_FIRST);
  private Map<Optional<SharedKey>, Segment> onRecord = Map.of();
  private Instant missed = Instant.MIN;

  /**
   * @param followedSince since when every change of all datasets has been told; empty while some
   *     are not
   */
  public Segments(EntityName entity, SegmentLog log, Supplier<Optional<Instant>> followedSince) {
    this(entity, log, followedSince, MOST);
  }

  Segments(EntityName entity, SegmentLog log, Supplier<Optional<Instant>> followedSince, int most) {
    this.entity = entity;
    this.log = log;
    this.followedSince = followedSince;
    this.thin = new Thin(most);
    keep(List.of(Segment.NEVER_READ));
  }

  /**
   * Goes on with what is on record.
   *
   * @param changed what was read before counts for nothing: the rules were others
   * @param now what was read after counts for nothing either: the clock has been set back since,
   *     and which moves came later cannot be told
   */
  public void load(Instant changed, Instant now) {
    List<Segment> kept = log.of(entity);
    synchronized (this) {
      onRecord = byStart(kept);
      if (!kept.isEmpty()) {
        keep(
            kept.stream()
                .map(segment ->
                    segment.read().filter(at -> at.isBefore(changed) || at.isAfter(now)).isPresent()
                        ? segment.unread()
                        : segment)
                .toList());
      }
    }
  }

  /** A key moved, and this was told at a time. */
  public synchronized void moved(SharedKey key, Instant at) {
    Segment segment = holding(Optional.of(key));
    segments.put(segment.range().from(), segment.moved(at));
  }

  /** Some key moved, and nobody knows which. */
  public synchronized void missed(Instant at) {
    missed = at.isAfter(missed) ? at : missed;
  }

  /**
   * A range was read to its end in every dataset, and what differs is due. Durable when it returns.
   *
   * @param began when its reading began
   */
  public void read(KeyRange range, Instant began, Cuts cuts) {
    if (range.from().isPresent() && range.from().equals(range.to())) {
      return;
    }
    synchronized (recording) {
      record(range, began, cuts);
    }
  }

  private void record(KeyRange range, Instant began, Cuts cuts) {
    Map<Optional<SharedKey>, Segment> before;
    Map<Optional<SharedKey>, Segment> after;
    synchronized (this) {
      lay(range, began, cuts.segments(range, began));
      before = onRecord;
      after = new TreeMap<>(segments);
    }
    log.replace(entity, without(before, after.keySet()), changed(before, after));
    synchronized (this) {
      onRecord = after;
    }
  }

  /** All segments, in the order of keys. */
  public List<SegmentNow> now() {
    Optional<Instant> followed = followedSince.get();
    synchronized (this) {
      return segments.values().stream()
          .map(segment ->
              new SegmentNow(
                  segment.range(), segment.read(), followed.isEmpty() || moved(segment, followed)))
          .toList();
    }
  }

  /**
   * Keys that divide all keys into so many ranges with about as many keys each, as far as is known
   * from what was read; none where nothing was.
   */
  public synchronized List<SharedKey> bounds(int ranges) {
    long all = segments.values().stream().mapToLong(Segment::keys).sum();
    List<SharedKey> bounds = new ArrayList<>();
    long before = 0;
    for (Segment segment : segments.values()) {
      boolean due = before * ranges >= all * (bounds.size() + 1);
      if (due && bounds.size() < ranges - 1) {
        segment.range().from().ifPresent(bounds::add);
      }
      before += segment.keys();
    }
    return bounds;
  }

  /** The ranges that may have moved since they were read, as few as possible. */
  public List<KeyRange> moved() {
    return SegmentNow.moved(now());
  }

  private boolean moved(Segment segment, Optional<Instant> followed) {
    return segment.moved().isPresent()
        || segment.read().isEmpty()
        || segment.read().stream()
            .anyMatch(at ->
                !at.isAfter(missed) || followed.stream().anyMatch(since -> !at.isAfter(since)));
  }

  private Segment holding(Optional<SharedKey> key) {
    return segments.floorEntry(key).getValue();
  }

  private void lay(KeyRange range, Instant began, List<Segment> fresh) {
    range.from().ifPresent(this::split);
    range.to().ifPresent(this::split);
    List<Segment> marked =
        fresh.stream()
            .map(segment -> lastMove(segment.range(), began).map(segment::moved).orElse(segment))
            .toList();
    covered(range).clear();
    marked.forEach(segment -> segments.put(segment.range().from(), segment));
    List<Segment> fewer = thin.of(List.copyOf(segments.values()));
    if (fewer.size() < segments.size()) {
      keep(fewer);
    }
  }

  private Optional<Instant> lastMove(KeyRange range, Instant since) {
    Optional<SharedKey> first = holding(range.from()).range().from();
    return covered(new KeyRange(first, range.to())).values().stream()
        .flatMap(segment -> segment.moved().stream())
        .filter(at -> !at.isBefore(since))
        .max(Comparator.naturalOrder());
  }

  /** Those that begin in a range. */
  private NavigableMap<Optional<SharedKey>, Segment> covered(KeyRange range) {
    return range.to().isPresent()
        ? segments.subMap(range.from(), true, range.to(), false)
        : segments.tailMap(range.from(), true);
  }

  private void split(SharedKey key) {
    Segment segment = holding(Optional.of(key));
    if (!segment.range().from().equals(Optional.of(key))) {
      segments.put(segment.range().from(), segment.before(key));
      segments.put(Optional.of(key), segment.from(key));
    }
  }

  private void keep(Collection<Segment> all) {
    segments.clear();
    all.forEach(segment -> segments.put(segment.range().from(), segment));
  }

  private static Map<Optional<SharedKey>, Segment> byStart(List<Segment> all) {
    Map<Optional<SharedKey>, Segment> byStart = new TreeMap<>(HEAD_FIRST);
    all.forEach(segment -> byStart.put(segment.range().from(), segment));
    return byStart;
  }

  private static List<Segment> without(
      Map<Optional<SharedKey>, Segment> all, Collection<Optional<SharedKey>> starts) {
    return all.entrySet().stream()
        .filter(entry -> !starts.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Marks are not on record, and where a segment ends is told by the next. */
  private static List<Segment> changed(
      Map<Optional<SharedKey>, Segment> before, Map<Optional<SharedKey>, Segment> after) {
    return after.entrySet().stream()
        .filter(entry ->
            Optional.ofNullable(before.get(entry.getKey()))
                .filter(old -> old.read().equals(entry.getValue().read()))
                .filter(old -> old.keys() == entry.getValue().keys())
                .isEmpty())
        .map(Map.Entry::getValue)
        .toList();
  }
}
