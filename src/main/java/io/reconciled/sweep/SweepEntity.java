package io.reconciled.sweep;

import io.reconciled.model.KeyRange;
import io.reconciled.rules.Entity;
import io.reconciled.sweep.digest.DigestPlan;
import io.reconciled.sweep.digest.PlanDigests;
import io.reconciled.sweep.partition.PlanSweep;
import io.reconciled.sweep.partition.SweepPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Reads all keys of an entity from all its stores, and asks due to look at those that differ. What
 * could not be read is named, and tried again at the end. Used by one thread.
 */
public final class SweepEntity {
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
  private final Entity entity;
  private final SweepSettings settings;
  private final SweepParts parts;
  private final LeftOut leftOut;

  public SweepEntity(Entity entity, SweepSettings settings, SweepParts parts) {
    this.entity = entity;
    this.settings = settings;
    this.parts = parts;
    this.leftOut = new LeftOut(entity, parts.reading().stores(), parts.clock());
  }

  /** What there is to do for a sweep of it, or what is left of an earlier one. */
  PiecesToDo toDo(List<PieceOnRecord> left) {
    List<Piece> read =
        left.stream().flatMap(piece -> piece.read(entity.keyShape()).stream()).toList();
    boolean usable = !read.isEmpty() && read.size() == left.size();
    // Where no range was done, it is not known whether open keys were asked for before the first.
    return usable && !read.equals(List.of(untouched(KeyRange.ALL)))
        ? PiecesToDo.rest(read)
        : PiecesToDo.all(Piece.datasets(entity));
  }

  /** What there is to do for a sweep of what moved since it was last read. */
  MovedToDo moved() {
    List<KeyRange> ranges = parts.segments().moved();
    if (ranges.equals(List.of(KeyRange.ALL))) {
      return MovedToDo.all(
          PiecesToDo.all(Piece.datasets(entity)), "nothing is known to be at rest");
    }
    if (!ranges.isEmpty() && plan().strategy(entity.datasets()) == SweepPlan.Strategy.PARTITIONS) {
      return MovedToDo.all(
          PiecesToDo.all(Piece.datasets(entity)), "its stores do not agree on an order");
    }
    return MovedToDo.only(PiecesToDo.rest(ranges.stream().map(this::untouched).toList()));
  }

  private Piece untouched(KeyRange range) {
    return new Piece(range, Piece.datasets(entity), Map.of());
  }

  /** Sweeps what is to do, until nothing is left that can be read, or the sweep is cancelled. */
  public void run(SweepProgress progress) {
    PiecesToDo toDo = progress.toDo();
    if (!toDo.begun()) {
      new AskForOpenKeys(parts.due(), parts.discrepancies(), parts.clock()).ask(entity.grace());
    }
    AskForLooks ask =
        new AskForLooks(parts.due(), entity.grace(), settings.mostSuspects(), parts.clock());
    Supplier<MergeRange> merges =
        () -> new MergeRange(entity, parts.answerLookups(), ask, progress::cancelled);
    ReadDatasets read = readDatasets(merges);
    MergeRange merge = merges.get();
    read.sweep(progress, merge);
    Instant giveUp = giveUp();
    while (wantsAnotherTry(toDo) && !progress.cancelled() && now().isBefore(giveUp)) {
      parts.reading().ticks().pass(BETWEEN_TRIES);
      if (leftOut.now().isEmpty()) {
        List<Piece> before = toDo.left();
        toDo.tryAgain();
        read.sweep(progress, merge);
        giveUp = toDo.left().equals(before) ? giveUp : giveUp();
      }
    }
  }

  private ReadDatasets readDatasets(Supplier<MergeRange> merges) {
    PlanSweep plan = plan();
    return switch (plan.strategy(entity.datasets())) {
      case MERGE -> merged(merges);
      case PARTITIONS -> new JoinPartitions(entity, settings, parts, plan, leftOut);
    };
  }

  private ReadDatasets merged(Supplier<MergeRange> merges) {
    SweepReading reading = parts.reading();
    DigestPlan digests = new PlanDigests(reading.stores(), reading.narrow()).of(entity);
    return digests.objection().isPresent()
        ? new SideBySide(
            settings.atOnce(), parts.segments(), reading.readers(), this::walkRanges, merges)
        : new DigestRanges(entity, settings, parts, leftOut, walkRanges(), digests.attributes());
  }

  private WalkRanges walkRanges() {
    return new WalkRanges(entity, settings, parts, leftOut);
  }

  private PlanSweep plan() {
    return new PlanSweep(parts.reading().stores(), settings.partitions());
  }

  private static boolean wantsAnotherTry(PiecesToDo toDo) {
    return toDo.unread().stream().anyMatch(Piece::mayPass);
  }

  private Instant now() {
    return parts.clock().instant();
  }

  private Instant giveUp() {
    return now().plus(settings.patience());
  }
}
