package io.reconciled.bench;

import java.util.List;

/** One thing that {@code make bench} measures, beside its floor and in the same run. */
public interface Figure {
  /** How {@code ONLY=} names it: one word, lower case. */
  String name();

  /** What it measures and roughly how long that takes, in one sentence for the screen. */
  String about();

  /** Whether a run measures it that names no figure. */
  default boolean byDefault(BenchSettings settings) {
    return true;
  }

  /**
   * Measures.
   *
   * @throws Exception where it could not be measured; the run goes on with the next figure, says so
   *     and fails
   */
  List<Measured> measure(Ground ground) throws Exception;
}
