package io.reconciled.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was verified, until when, and what was not. */
public record Coverage(Instant generatedAt, List<OfEntity> entities) {
  public Coverage {
    entities = List.copyOf(entities);
  }

  /**
   * @param sweepSchedule a Quartz cron expression; empty where it is swept on demand only
   * @param movedSchedule when what moved is swept, as another; empty where the rules do not say so
   * @param segments how old what sweeps have read is, by ranges of keys
   * @param gaps what of any rule could not be verified, each once
   */
  public record OfEntity(
      String entity,
      Optional<String> sweepSchedule,
      Optional<String> movedSchedule,
      Optional<SweepReport> lastSweep,
      SegmentsReport segments,
      List<OfDataset> datasets,
      List<Gap> gaps) {
    public OfEntity {
      datasets = List.copyOf(datasets);
      gaps = List.copyOf(gaps);
    }
  }

  /**
   * @param followed whether its changes are followed at this moment; never where it lies on a view,
   *     which sweeps alone see
   * @param followedUntil when the last change that was delivered was committed
   * @param sweptAt when the last sweep that read it from end to end began; empty where the last
   *     sweep could not
   * @param rows rows that the last sweep read
   */
  public record OfDataset(
      String dataset,
      String store,
      boolean followed,
      Optional<Instant> followedUntil,
      Optional<Instant> sweptAt,
      long rows) {}
}
