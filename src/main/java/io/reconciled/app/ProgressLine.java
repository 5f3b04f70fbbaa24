package io.reconciled.app;

import io.reconciled.model.EntityName;
import io.reconciled.report.InWords;
import io.reconciled.sweep.gauge.HowFar;

/** A sweep's progress as one line of a terminal. */
final class ProgressLine {
  private static final int WIDTH = 24;
  private static final int PERCENT = 100;

  private ProgressLine() {}

  /** A sweep that runs. */
  record Running(EntityName entity, HowFar howFar) {}

  /** {@code subscriber [#########---------------] 41 % 1,200,000 rows 52,000 rows/s 12 s left}. */
  static String of(Running running) {
    HowFar howFar = running.howFar();
    StringBuilder line = new StringBuilder(running.entity().value());
    howFar.percent().ifPresent(percent -> line.append(' ').append(bar(percent)));
    line.append("  ").append(InWords.count(howFar.rows(), "row"));
    line.append("  ").append(InWords.number(Math.round(howFar.rowsPerSecond()))).append(" rows/s");
    howFar
        .remaining()
        .ifPresent(left ->
            line.append("  ").append(InWords.wholeSeconds(left.toSeconds())).append(" left"));
    howFar.waits().forEach(why -> line.append("  waits for ").append(why));
    return line.toString();
  }

  private static String bar(int percent) {
    int done = percent * WIDTH / PERCENT;
    return "[%s%s] %3d %%".formatted("#".repeat(done), "-".repeat(WIDTH - done), percent);
  }
}
