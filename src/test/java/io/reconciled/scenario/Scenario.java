package io.reconciled.scenario;

import io.reconciled.model.Dataset;
import io.reconciled.model.StoreName;
import io.reconciled.rules.Entity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One file.
 *
 * @param entities with the rules that are tried
 * @param stores in an order that decides which kind of server each has
 * @param followed the stores that have a capture
 * @param steps in the order of time
 */
record Scenario(
    Path file,
    List<Entity> entities,
    List<StoreName> stores,
    Set<StoreName> followed,
    List<TimedStep> steps) {

  /**
   * @param line in the file, from 1
   * @param at since the daemon was started; negative for what was there before
   */
  record TimedStep(int line, Duration at, Step step) {}

  Stream<Dataset> datasets() {
    return entities.stream().flatMap(entity -> entity.datasets().stream());
  }

  List<Dataset> datasetsIn(StoreName store) {
    return datasets().filter(dataset -> dataset.store().equals(store)).toList();
  }

  /** Every row that is ever written. */
  Stream<Step.Row> rows() {
    return steps.stream()
        .map(TimedStep::step)
        .filter(Step.Row.class::isInstance)
        .map(Step.Row.class::cast);
  }
}
