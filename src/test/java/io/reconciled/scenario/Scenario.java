package io.reconciled.scenario;

import io.reconciled.model.StoreName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * One file.
 *
 * @param stores in the order of the rules: the first is the authority
 * @param followed the stores that have a capture
 * @param steps in the order of time
 */
record Scenario(
    Path file,
    Duration grace,
    List<StoreName> stores,
    Set<StoreName> followed,
    List<TimedStep> steps) {

  /**
   * @param line in the file, from 1
   * @param at since the daemon was started; negative for what was there before
   */
  record TimedStep(int line, Duration at, Step step) {}
}
