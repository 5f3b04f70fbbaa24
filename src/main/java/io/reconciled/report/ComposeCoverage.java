package io.reconciled.report;

import io.reconciled.model.Dataset;
import io.reconciled.rules.Entity;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Composes coverage out of a report: the same facts, by dataset instead of by rule. */
@Singleton
public class ComposeCoverage {
  private final RulesInForce rules;
  private final ComposeReport compose;

  public ComposeCoverage(RulesInForce rules, ComposeReport compose) {
    this.rules = rules;
    this.compose = compose;
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

  private static Coverage.OfEntity entity(Entity entity, EntityReport part, Report report) {
    return new Coverage.OfEntity(
        part.entity(),
        entity.sweep(),
        part.lastSweep(),
        entity.datasets().stream().map(at -> dataset(at, part.lastSweep(), report)).toList(),
        part.rules().stream().flatMap(rule -> rule.gaps().stream()).distinct().toList());
  }

  private static Coverage.OfDataset dataset(
      Dataset dataset, Optional<SweepReport> sweep, Report report) {
    String name = dataset.name().value();
    String store = dataset.store().value();
    CaptureState capture =
        report.stores().stream()
            .filter(state -> state.store().equals(store))
            .map(StoreState::capture)
            .findFirst()
            .orElse(CaptureState.OFF);
    return new Coverage.OfDataset(
        name,
        store,
        capture.mode() == CaptureState.Mode.FOLLOWING,
        capture.lastEvent(),
        sweep.filter(last -> !last.unread().containsKey(name)).map(SweepReport::started),
        sweep.map(last -> last.rows().getOrDefault(name, 0L)).orElse(0L));
  }
}
