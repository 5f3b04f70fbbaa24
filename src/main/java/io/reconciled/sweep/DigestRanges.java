package io.reconciled.sweep;

import io.reconciled.model.Dataset;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.rules.Entity;
import io.reconciled.store.Digest;
import io.reconciled.sweep.guest.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Has all stores digest a range at the same time. Where the digests are alike the range is done;
 * where they are not it is halved, and a range of few rows is streamed. So only what differs
 * travels, and what moves in between costs a stream, and gives no verdict.
 *
 * <p>A store that does not answer is left out as one whose stream breaks; without it, rows are
 * streamed.
 */
final class DigestRanges implements ReadDatasets {
  /** Fewer rows than this are streamed rather than halved. */
  static final long FEW_ROWS = 2_000;

  /** The most that a store must hold of one range is 32 bytes for each row. */
  private static final long MOST_ROWS = 200_000;

  private static final Duration TOO_LONG = Duration.ofDays(1);

  private final Entity entity;
  private final SweepReading reading;
  private final InstantSource clock;
  private final LeftOut leftOut;
  private final WalkRanges walk;
  private final SizeRanges size;
  private final DigestPiece digests;

  /** What became of a range. */
  private sealed interface Digested {
    /** Every dataset has these rows. */
    record Alike(Piece range, long rows) implements Digested {}

    /** They may differ, and are few, or cannot be told apart further. */
    record Unlike(Piece range) implements Digested {}

    /** It is in line again. */
    record InLine() implements Digested {}
  }

  /**
   * @param walk streams what differs
   * @param attributes what is digested beside keys
   */
  DigestRanges(
      Entity entity,
      SweepSettings settings,
      SweepParts parts,
      LeftOut leftOut,
      WalkRanges walk,
      List<String> attributes) {
    this.entity = entity;
    this.reading = parts.reading();
    this.clock = parts.clock();
    this.leftOut = leftOut;
    this.walk = walk;
    this.size = new SizeRanges(settings);
    this.digests = new DigestPiece(entity, reading, attributes);
  }

  @Override
  public void sweep(SweepProgress progress, MergeRange merge) {
    PiecesToDo toDo = progress.toDo();
    while (!progress.cancelled()) {
      Optional<Piece> piece = toDo.next();
      if (piece.isEmpty()) {
        return;
      }
      if (leftOut.now().isEmpty()) {
        digest(piece.get(), progress, merge);
      } else {
        walk.range(piece.get(), progress, merge);
      }
      progress.moved();
    }
  }

  /** One range, from the start of a piece. */
  private void digest(Piece piece, SweepProgress progress, MergeRange merge) {
    Optional<Turn> turn = reading.manners().enter(streams(), progress::cancelled);
    if (turn.isEmpty()) {
      progress.toDo().letGo(piece, Optional.of(piece));
      return;
    }
    switch (inTurn(turn.get(), piece, progress.toDo())) {
      case Digested.Alike(Piece range, long rows) -> done(range, rows, progress);
      case Digested.InLine waits -> {}
      case Digested.Unlike(Piece range) -> walk.range(range, progress, merge);
    }
  }

  private Digested inTurn(Turn turn, Piece piece, PiecesToDo toDo) {
    Piece range = piece;
    try (turn) {
      Optional<SharedKey> bound = digests.bound(piece, rows());
      if (bound.isPresent()) {
        range = toDo.cut(piece, bound.get());
      }
      Map<Dataset, Digest> found = timed(range, bound.isPresent());
      return isAlike(found)
          ? new Digested.Alike(range, found.values().iterator().next().rows())
          : halve(range, found, toDo);
    } catch (BrokenStream broken) {
      size.took(TOO_LONG);
      leftOut.broke(broken.dataset(), broken.why());
      toDo.letGo(range, Optional.of(range));
      return new Digested.InLine();
    }
  }

  /** Its first half is next in line, and the second after it. */
  private Digested halve(Piece range, Map<Dataset, Digest> found, PiecesToDo toDo) {
    Optional<SharedKey> middle = middle(range, found);
    if (middle.isEmpty()) {
      return new Digested.Unlike(range);
    }
    Piece half = toDo.cut(range, middle.get());
    toDo.letGo(half, Optional.of(half));
    return new Digested.InLine();
  }

  private long rows() {
    return Math.min(MOST_ROWS, size.rows());
  }

  /** A range that its piece ended says nothing of how large ranges should be. */
  private Map<Dataset, Digest> timed(Piece range, boolean isFull) {
    Instant began = clock.instant();
    Map<Dataset, Digest> found = digests.of(range.range());
    if (isFull) {
      size.took(Duration.between(began, clock.instant()));
    }
    return found;
  }

  private static boolean isAlike(Map<Dataset, Digest> found) {
    Digest first = found.values().iterator().next();
    return found.values().stream().allMatch(first::isLike);
  }

  private void done(Piece range, long rows, SweepProgress progress) {
    leftOut.held();
    SweepTally tally = new SweepTally();
    tally.alike(entity.datasetNames(), rows);
    progress.toDo().letGo(range, Optional.empty());
    progress.tally().add(tally, range.counted(Map.of()), range.isUntouched(entity));
  }

  /** Halves by the dataset that has the most; empty where that are few rows. */
  private Optional<SharedKey> middle(Piece range, Map<Dataset, Digest> found) {
    Map.Entry<Dataset, Digest> largest =
        found.entrySet().stream()
            .max(Comparator.comparingLong(digest -> digest.getValue().rows()))
            .orElseThrow();
    long rows = largest.getValue().rows();
    return rows <= FEW_ROWS
        ? Optional.empty()
        : digests.bound(range, Set.of(largest.getKey()), rows / 2);
  }

  private List<StoreName> streams() {
    return entity.datasets().stream().map(Dataset::store).toList();
  }
}
