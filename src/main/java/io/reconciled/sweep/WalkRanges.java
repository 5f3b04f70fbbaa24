package io.reconciled.sweep;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.KeyRange;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.rules.Entity;
import io.reconciled.store.Rows;
import io.reconciled.store.Scan;
import io.reconciled.store.Store;
import io.reconciled.store.StoreUnavailable;
import io.reconciled.sweep.guest.Manners;
import io.reconciled.sweep.guest.Turn;
import io.reconciled.sweep.segment.Cuts;
import io.reconciled.sweep.segment.Segments;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Merges datasets that stream in the order of keys, range by range. A range ends where the first of
 * its streams was cut by its limit; so no store is asked for bounds.
 *
 * <p>A dataset whose stream breaks is left out from the key on that was reached, and named; the
 * others are compared all the same.
 */
final class WalkRanges implements ReadDatasets {
  private final Entity entity;
  private final SweepReading reading;
  private final Manners manners;
  private final SizeRanges size;
  private final LeftOut leftOut;
  private final Segments segments;
  private final InstantSource clock;

  /** Left out of the next range, which has hardly more than the row that cannot be read. */
  private final Map<DatasetName, Unread> passedOver = new HashMap<>();

  /** The reading of one range, without some datasets. */
  private record Reading(
      Map<DatasetName, Unread> without, Instant began, SweepTally tally, Cuts cuts) {}

  WalkRanges(Entity entity, SweepSettings settings, SweepParts parts, LeftOut leftOut) {
    this.entity = entity;
    this.reading = parts.reading();
    this.manners = reading.manners();
    this.size = new SizeRanges(settings);
    this.leftOut = leftOut;
    this.segments = parts.segments();
    this.clock = parts.clock();
  }

  @Override
  public void sweep(SweepProgress progress, MergeRange merge) {
    PiecesToDo toDo = progress.toDo();
    while (!progress.cancelled()) {
      Optional<Piece> piece = toDo.next();
      if (piece.isEmpty()) {
        return;
      }
      range(piece.get(), progress, merge);
      progress.moved();
    }
  }

  /** One range, from the start of a piece that is in hand. */
  void range(Piece piece, SweepProgress progress, MergeRange merge) {
    Map<DatasetName, Unread> without = new HashMap<>(passedOver);
    without.putAll(leftOut.now());
    if (!leftOut.isEnoughLeft()) {
      progress.toDo().missed(piece.putOff(without));
      progress.toDo().letGo(piece, Optional.empty());
      return;
    }
    Optional<Turn> turn = manners.enter(streams(without), progress::cancelled);
    if (turn.isEmpty()) {
      progress.toDo().letGo(piece, Optional.of(piece));
      return;
    }
    Reading reading = new Reading(without, clock.instant(), new SweepTally(), new Cuts());
    Merged merged =
        inTurn(
            turn.get(),
            () ->
                merge.merge(
                    without,
                    reading.tally(),
                    reading.cuts(),
                    dataset -> rows(dataset, piece.range(), progress)));
    switch (merged) {
      case Merged.Done(Optional<SharedKey> bound) -> {
        leftOut.held();
        passedOver.clear();
        bound.ifPresent(key -> resize(piece, key, reading.began()));
        reached(piece, bound, reading, progress);
      }
      case Merged.TooShort nothing -> {
        grow();
        progress.toDo().letGo(piece, Optional.of(piece));
      }
      case Merged.Stopped(SharedKey at) -> reached(piece, Optional.of(at), reading, progress);
      case Merged.Broken(Optional<SharedKey> at, DatasetName dataset, Unread why) -> {
        brokeAt(dataset, why);
        if (at.isPresent()) {
          reached(piece, at, reading, progress);
        } else {
          progress.toDo().letGo(piece, Optional.of(piece));
        }
      }
    }
  }

  /** A row that cannot be read is narrowed down to, and passed over with its nearest neighbours. */
  private void brokeAt(DatasetName dataset, Unread why) {
    if (why.reason() != UnverifiedReason.TYPE) {
      leftOut.broke(dataset, why);
    } else if (!size.narrow()) {
      passedOver.put(dataset, why);
      if (passedOver.keySet().containsAll(entity.datasetNames())) {
        leftOut.leave(dataset, why);
      }
    }
  }

  private static Merged inTurn(Turn turn, Supplier<Merged> merge) {
    try (turn) {
      return merge.get();
    }
  }

  private void resize(Piece piece, SharedKey bound, Instant began) {
    if (piece.range().from().equals(Optional.of(bound))) {
      grow();
    } else if (isWelcome()) {
      size.took(Duration.between(began, clock.instant()));
    }
  }

  /** A range that its store ended says nothing of how large ranges should be. */
  private void grow() {
    if (isWelcome()) {
      size.grow();
    }
  }

  private boolean isWelcome() {
    return streams(Map.of()).stream().allMatch(store -> manners.closed(store).isEmpty());
  }

  /** The store of each stream. */
  private List<StoreName> streams(Map<DatasetName, Unread> without) {
    return entity.datasets().stream()
        .filter(dataset -> !without.containsKey(dataset.name()))
        .map(Dataset::store)
        .toList();
  }

  /**
   * What was read to its end is told to the segments; its suspects are due by now.
   *
   * @param before the key that was reached; empty where that is the end of the piece
   */
  private void reached(
      Piece piece, Optional<SharedKey> before, Reading reading, SweepProgress progress) {
    if (!reading.without().isEmpty()) {
      progress.toDo().missed(piece.missed(before, reading.without()));
    } else if (reading.tally().firstBeyond().isEmpty()) {
      KeyRange done = new KeyRange(piece.range().from(), before.or(piece.range()::to));
      segments.read(done, reading.began(), reading.cuts());
    }
    PiecesToDo toDo = progress.toDo();
    toDo.atOnce(() -> {
      piece.tooMany(reading.tally(), before, entity).ifPresent(toDo::missed);
      toDo.letGo(piece, before.map(piece::from));
      progress
          .tally()
          .add(reading.tally(), piece.counted(reading.without()), piece.isUntouched(entity));
    });
  }

  private Rows rows(Dataset dataset, KeyRange range, SweepProgress progress) {
    Store store = reading.stores().of(dataset.store());
    Scan scan = Scan.of(dataset, range, size.rows());
    return new ReadAhead(
        () -> store.scan(scan), reading.readers(), () -> isToStop(store.name(), progress));
  }

  /** A first row may take minutes to sort for, but not of a store that does not answer either. */
  private boolean isToStop(StoreName store, SweepProgress progress) {
    if (reading.silent().test(store)) {
      throw new StoreUnavailable(
          store, "it sends no rows, and does not answer", new IllegalStateException("silent"));
    }
    return progress.cancelled();
  }
}
