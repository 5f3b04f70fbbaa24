package io.reconciled.sweep;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.KeyRange;
import io.reconciled.model.Unread;
import io.reconciled.rules.Entity;
import io.reconciled.sweep.guest.Turn;
import io.reconciled.sweep.partition.LoadAhead;
import io.reconciled.sweep.partition.Partition;
import io.reconciled.sweep.partition.PartitionRows;
import io.reconciled.sweep.partition.Partitions;
import io.reconciled.sweep.partition.PlanSweep;
import io.reconciled.sweep.partition.ReadProgress;
import io.reconciled.sweep.segment.Cuts;
import io.reconciled.sweep.segment.Segments;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Joins datasets whose stores do not agree on an order: all rows are spread over partitions on
 * local disk first, and each partition is merged in the order of keys. There are no ranges to take
 * up: what was left before its end is read again.
 */
final class JoinPartitions implements ReadDatasets {
  private final Entity entity;
  private final SweepReading reading;
  private final SweepSettings settings;
  private final PlanSweep plan;
  private final LeftOut leftOut;
  private final Segments segments;
  private final InstantSource clock;

  JoinPartitions(
      Entity entity, SweepSettings settings, SweepParts parts, PlanSweep plan, LeftOut leftOut) {
    this.entity = entity;
    this.reading = parts.reading();
    this.settings = settings;
    this.plan = plan;
    this.leftOut = leftOut;
    this.segments = parts.segments();
    this.clock = parts.clock();
  }

  @Override
  public void sweep(SweepProgress progress, MergeRange merge) {
    Optional<Piece> piece = progress.toDo().whole();
    if (piece.isEmpty()) {
      return;
    }
    Instant began = clock.instant();
    SweepTally tally = new SweepTally();
    Map<DatasetName, Unread> unread = new HashMap<>();
    try (Partitions partitions = partitions(progress)) {
      LoadAhead loaded = new LoadAhead(partitions, reading.readers());
      for (Optional<Partition> next = loaded.next();
          next.isPresent() && !progress.cancelled();
          next = loaded.next()) {
        merge(next.get(), merge, unread, tally);
      }
    }
    done(piece.get(), unread, tally, progress);
    if (unread.isEmpty() && !progress.cancelled()) {
      segments.read(KeyRange.ALL, began, new Cuts());
    }
    progress.moved();
  }

  private Partitions partitions(SweepProgress progress) {
    return new PartitionRows(
            reading.stores(), settings.partitions(), reading.disk(), reading.readers())
        .of(plan.of(entity.datasets()), new InTurn(progress));
  }

  private void merge(
      Partition partition, MergeRange merge, Map<DatasetName, Unread> unread, SweepTally tally) {
    partition.unread().forEach((dataset, why) -> unread.put(dataset.name(), why));
    if (merge.merge(unread, tally, new Cuts(), partition::rows)
        instanceof Merged.Broken(var at, DatasetName dataset, Unread why)) {
      unread.put(dataset, why);
    }
  }

  private void done(
      Piece piece, Map<DatasetName, Unread> unread, SweepTally tally, SweepProgress progress) {
    if (progress.cancelled()) {
      progress.toDo().letGo(piece, Optional.of(piece));
      return;
    }
    if (!unread.isEmpty()) {
      unread.forEach(leftOut::leave);
      progress.toDo().missed(piece.missed(Optional.empty(), unread));
    }
    piece.whole(tally, entity).ifPresent(progress.toDo()::missed);
    progress.toDo().letGo(piece, Optional.empty());
    progress.tally().add(tally, piece.counted(unread), piece.isUntouched(entity));
  }

  /** Reads a range of a dataset when it is the sweep's turn. */
  private final class InTurn implements ReadProgress {
    private final SweepProgress progress;

    InTurn(SweepProgress progress) {
      this.progress = progress;
    }

    @Override
    public Optional<Turn> turn(Dataset dataset) {
      return reading.manners().enter(List.of(dataset.store()), progress::cancelled);
    }

    @Override
    public boolean cancelled() {
      return progress.cancelled();
    }

    @Override
    public void read(Dataset dataset, long rows) {
      // Rows are counted as they are compared.
    }
  }
}
