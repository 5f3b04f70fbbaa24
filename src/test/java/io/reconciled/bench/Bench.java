package io.reconciled.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What {@code make bench} runs: each figure beside its floor, measured in the same run, so that the
 * ratio holds on a noisy machine. Ends with 1 where a ratio is beyond its limit.
 */
public final class Bench {
  private static final double COMPARE_LIMIT = 3.0;
  private static final Path RESULTS = Path.of("target", "bench", "bench.json");

  private Bench() {}

  public static void main(String[] arguments) throws RunnerException, IOException {
    PrintStream out = System.out;
    out.println("Comparing one key of three datasets, by rules and by hand; about half a minute.");
    Map<String, Double> scores = scores(CompareBenchmark.class);
    double byRules = scores.getOrDefault("byRules", Double.NaN);
    double byHand = scores.getOrDefault("byHand", Double.NaN);
    double ratio = byRules / byHand;
    out.printf("%-28s %10s %10s %8s %8s%n", "figure", "by rules", "by hand", "ratio", "limit");
    out.printf(
        "%-28s %7.0f ns %7.0f ns %8.2f %8.2f%n",
        "compare one key", byRules, byHand, ratio, COMPARE_LIMIT);
    write(Map.of("compareOneKey", Map.of("byRulesNs", byRules, "byHandNs", byHand)));
    out.println("written to " + RESULTS);
    System.exit(ratio <= COMPARE_LIMIT ? 0 : 1);
  }

  private static Map<String, Double> scores(Class<?> benchmark) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(benchmark.getSimpleName())
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

  private static void write(Map<String, ?> figures) throws IOException {
    Files.createDirectories(RESULTS.getParent());
    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(RESULTS.toFile(), figures);
  }
}
