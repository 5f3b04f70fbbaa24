package io.reconciled.report;

import io.reconciled.model.Dataset;
import io.reconciled.rules.Entity;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Composes coverage out of a report: the same facts, by dataset instead of by rule. */
@Singleton
public class ComposeCoverage {
  private final RulesInForce rules;
  private final ComposeReport compose;
  private final FollowSegments segments;

  public ComposeCoverage(RulesInForce rules, ComposeReport compose, FollowSegments segments) {
    this.rules = rules;
    this.compose = compose;
    this.segments = segments;
  }

  public Coverage coverage() {
    Report report = compose.report();
    List<Coverage.OfEntity> entities =
        rules.now().configuration().entities().stream()
            .flatMap(entity ->
                report.entities().stream()
                    .filter(part -> part.entity().equals(entity.name().value()))
                    .map(part -> entity(entity, part, report)))
            .toList();
    return new Coverage(report.generatedAt(), entities);
  }

  private Coverage.OfEntity entity(Entity entity, EntityReport part, Report report) {
    return new Coverage.OfEntity(
        part.entity(),
        entity.sweep(),
        entity.sweepMoved(),
        part.lastSweep(),
        SegmentsReport.of(segments.of(entity.name()), report.generatedAt()),
        entity.datasetNames().stream()
            .map(name -> dataset(entity.shards(name), part.lastSweep(), report))
            .toList(),
        part.rules().stream().flatMap(rule -> rule.gaps().stream()).distinct().toList());
  }

  /** One that is spread over several stores is followed as far as the last of them. */
  private static Coverage.OfDataset dataset(
      List<Dataset> shards, Optional<SweepReport> sweep, Report report) {
    String name = shards.getFirst().name().value();
    List<CaptureState> captures = shards.stream().map(shard -> capture(shard, report)).toList();
    return new Coverage.OfDataset(
        name,
        shards.stream()
            .map(shard -> shard.store().value())
            .distinct()
            .collect(Collectors.joining(", ")),
        captures.stream().allMatch(capture -> capture.mode() == CaptureState.Mode.FOLLOWING),
        captures.stream()
            .map(CaptureState::lastEvent)
            .reduce((one, other) -> one.flatMap(at -> other.map(then -> earlier(at, then))))
            .flatMap(last -> last),
        sweep.filter(last -> !last.unread().containsKey(name)).map(SweepReport::started),
        sweep.map(last -> last.rows().getOrDefault(name, 0L)).orElse(0L));
  }

  /** Sweeps alone see a view, however far its store's log is followed. */
  private static CaptureState capture(Dataset dataset, Report report) {
    return report.stores().stream()
        .filter(state -> !dataset.view() && state.store().equals(dataset.store().value()))
        .map(StoreState::capture)
        .findFirst()
        .orElse(CaptureState.OFF);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
