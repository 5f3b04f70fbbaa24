package io.reconciled.sweep;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.KeyRange;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Unread;
import io.reconciled.rules.Entity;
import io.reconciled.store.Rows;
import io.reconciled.store.Scan;
import io.reconciled.store.Store;
import io.reconciled.sweep.guest.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads all keys of an entity, range by range, and asks due to look at those that differ. A range
 * ends where the first of its streams was cut by its limit; so no store is asked for bounds.
 *
 * <p>A dataset whose stream breaks is left out from the key on that was reached, and named; the
 * others are compared all the same, what rested on it is not claimed, and at the end its ranges are
 * tried again. Used by one thread.
 */
public final class SweepEntity {
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
  private final Entity entity;
  private final SweepSettings settings;
  private final SweepParts parts;
  private final SizeRanges size;
  private final LeftOut leftOut;

  public SweepEntity(Entity entity, SweepSettings settings, SweepParts parts) {
    this.entity = entity;
    this.settings = settings;
    this.parts = parts;
    this.size = new SizeRanges(settings);
    this.leftOut = new LeftOut(entity, parts.stores(), parts.clock());
  }

  /** What there is to do for a sweep of it, or what is left of an earlier one. */
  PiecesToDo toDo(List<PieceOnRecord> left) {
    List<Optional<Piece>> read = left.stream().map(piece -> piece.read(entity.keyShape())).toList();
    boolean usable = !read.isEmpty() && read.stream().allMatch(Optional::isPresent);
    return usable
        ? PiecesToDo.rest(read.stream().flatMap(Optional::stream).toList())
        : PiecesToDo.all(datasets());
  }

  /** The datasets that it reads. */
  private Set<DatasetName> datasets() {
    return entity.datasets().stream().map(Dataset::name).collect(Collectors.toSet());
  }

  /** Sweeps what is to do, until nothing is left that can be read, or the sweep is cancelled. */
  public void run(SweepProgress progress) {
    PiecesToDo toDo = progress.toDo();
    if (!toDo.begun()) {
      new AskForOpenKeys(parts.due(), parts.discrepancies(), parts.clock()).ask(entity.grace());
    }
    MergeRange merge = mergeRange(progress);
    sweep(progress, merge);
    Instant giveUp = giveUp();
    while (wantsAnotherTry(toDo) && !progress.cancelled() && now().isBefore(giveUp)) {
      parts.ticks().pass(BETWEEN_TRIES);
      if (leftOut.now().isEmpty()) {
        List<Piece> before = toDo.left();
        toDo.tryAgain();
        sweep(progress, merge);
        giveUp = toDo.left().equals(before) ? giveUp : giveUp();
      }
    }
  }

  private Instant now() {
    return parts.clock().instant();
  }

  private Instant giveUp() {
    return now().plus(settings.patience());
  }

  private MergeRange mergeRange(SweepProgress progress) {
    AskForLooks ask = new AskForLooks(parts.due(), entity.grace(), parts.clock());
    return new MergeRange(entity, parts.answerLookups(), ask, progress::cancelled);
  }

  private static boolean wantsAnotherTry(PiecesToDo toDo) {
    return toDo.unread().stream().anyMatch(Piece::mayPass);
  }

  private void sweep(SweepProgress progress, MergeRange merge) {
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

  /** One range, from the start of a piece. */
  private void range(Piece piece, SweepProgress progress, MergeRange merge) {
    Map<DatasetName, Unread> without = leftOut.now();
    if (!leftOut.isEnoughLeft()) {
      progress.toDo().missed(piece.putOff(without));
      progress.toDo().letGo(piece, Optional.empty());
      return;
    }
    Optional<Turn> turn = parts.manners().enter(streams(without), progress::cancelled);
    if (turn.isEmpty()) {
      progress.toDo().letGo(piece, Optional.of(piece));
      return;
    }
    SweepTally tally = new SweepTally();
    Instant began = now();
    Merged merged =
        inTurn(
            turn.get(), () -> merge.merge(without, tally, dataset -> rows(dataset, piece.range())));
    switch (merged) {
      case Merged.Done(Optional<SharedKey> bound) -> {
        leftOut.held();
        bound.ifPresent(key -> resize(piece, key, began));
        reached(piece, bound, without, tally, progress);
      }
      case Merged.TooShort nothing -> {
        grow();
        progress.toDo().letGo(piece, Optional.of(piece));
      }
      case Merged.Stopped(SharedKey at) ->
          reached(piece, Optional.of(at), without, tally, progress);
      case Merged.Broken(Optional<SharedKey> at, DatasetName dataset, Unread why) -> {
        leftOut.broke(dataset, why);
        if (at.isPresent()) {
          reached(piece, at, without, tally, progress);
        } else {
          progress.toDo().letGo(piece, Optional.of(piece));
        }
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
      size.took(Duration.between(began, now()));
    }
  }

  /** A range that its store ended says nothing of how large ranges should be. */
  private void grow() {
    if (isWelcome()) {
      size.grow();
    }
  }

  private boolean isWelcome() {
    return streams(Map.of()).stream().allMatch(store -> parts.manners().closed(store).isEmpty());
  }

  /** The store of each stream. */
  private List<StoreName> streams(Map<DatasetName, Unread> without) {
    return entity.datasets().stream()
        .filter(dataset -> !without.containsKey(dataset.name()))
        .map(Dataset::store)
        .toList();
  }

  /**
   * @param before the key that was reached; empty where that is the end of the piece
   */
  private void reached(
      Piece piece,
      Optional<SharedKey> before,
      Map<DatasetName, Unread> without,
      SweepTally tally,
      SweepProgress progress) {
    if (!without.isEmpty()) {
      progress.toDo().missed(piece.missed(before, without));
    }
    progress.toDo().letGo(piece, before.map(piece::from));
    progress.tally().add(tally, counted(piece, without), isFirstTime(piece));
  }

  private static Set<DatasetName> counted(Piece piece, Map<DatasetName, Unread> without) {
    return piece.uncounted().stream()
        .filter(dataset -> !without.containsKey(dataset))
        .collect(Collectors.toSet());
  }

  private boolean isFirstTime(Piece piece) {
    return piece.uncounted().containsAll(datasets());
  }

  private Rows rows(Dataset dataset, KeyRange range) {
    Store store = parts.stores().of(dataset.store());
    Scan scan = Scan.of(dataset, range, size.rows());
    return new ReadAhead(() -> store.scan(scan), parts.readers());
  }
}
