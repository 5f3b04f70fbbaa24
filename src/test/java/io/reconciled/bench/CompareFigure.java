package io.reconciled.bench;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** One key of three datasets compared by rules, beside a comparison written by hand. */
final class CompareFigure implements Figure {
  private static final double LIMIT = 3.0;

  @Override
  public String name() {
    return "compare";
  }

  @Override
  public String about() {
    return "one key of three datasets, compared by rules and by hand; half a minute";
  }

  @Override
  public List<Measured> measure(Ground ground) throws RunnerException {
    Map<String, Double> scores = scores();
    return List.of(
        Measured.of("one key, by rules", scores.getOrDefault("byRules", Double.NaN), "ns")
            .beside("by hand", scores.getOrDefault("byHand", Double.NaN))
            .within(Limit.atMost(LIMIT)));
  }

  private static Map<String, Double> scores() throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(CompareBenchmark.class.getSimpleName())
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    Map<String, Double> scores = new LinkedHashMap<>();
    for (RunResult result : results) {
      Result<?> primary = result.getPrimaryResult();
      scores.put(primary.getLabel(), primary.getScore());
    }
    return scores;
  }
}
