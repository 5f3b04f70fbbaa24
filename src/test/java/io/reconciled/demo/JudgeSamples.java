package io.reconciled.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Whether a daemon that ran for long held no more at the end than at the beginning. What it holds
 * while it warms up is left out; of the rest, the last third is held against the first.
 */
final class JudgeSamples {

  private static final double HEAP_TREND = 0.05;
  private static final int FEW = 2;
  private static final int FEWEST = 6;
  private static final long MUCH_LOG = 256L << 20;

  /** What is found stays on record, and takes room. */
  private static final long MUCH_FILE = 8L << 20;

  private final List<Sample> first;
  private final List<Sample> last;
  private final List<Sample> all;

  JudgeSamples(List<Sample> samples) {
    this.all = List.copyOf(samples);
    int warm = samples.size() / 5;
    int third = (samples.size() - warm) / 3;
    this.first = samples.subList(warm, warm + third);
    this.last = samples.subList(samples.size() - third, samples.size());
  }

  /** What grew; empty where nothing did. */
  List<String> problems() {
    if (all.size() < FEWEST) {
      return List.of("%d samples tell nothing; let it run longer".formatted(all.size()));
    }
    List<String> problems = new ArrayList<>();
    double trend = heapTrend();
    if (trend > HEAP_TREND) {
      problems.add("%s grew by %.1f %%".formatted(Sample.HEAP, 100 * trend));
    }
    for (String figure : counted()) {
      long before = most(first, figure);
      long after = most(last, figure);
      if (after > before + FEW) {
        problems.add("%s grew from %d to %d".formatted(figure, before, after));
      }
    }
    long retained = most(all, Sample.RETAINED);
    if (retained > MUCH_LOG) {
      problems.add("%s: %d bytes".formatted(Sample.RETAINED, retained));
    }
    long file = most(last, Sample.STATE);
    if (file > most(first, Sample.STATE) + MUCH_FILE) {
      problems.add(
          "%s grew from %d to %d".formatted(Sample.STATE, most(first, Sample.STATE), file));
    }
    return problems;
  }

  /** By which part of itself the heap grew from the first third to the last. */
  double heapTrend() {
    return mean(last) / mean(first) - 1;
  }

  /** A line for each figure: its most in the first and in the last third, and over all. */
  List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add("%-40s %15s %15s %15s".formatted("most of", "first third", "last third", "all"));
    TreeSet<String> figures = new TreeSet<>();
    all.forEach(sample -> figures.addAll(sample.figures().keySet()));
    for (String figure : figures) {
      lines.add(
          "%-40s %,15d %,15d %,15d"
              .formatted(figure, most(first, figure), most(last, figure), most(all, figure)));
    }
    lines.add("%s: %+.1f %% on average".formatted(Sample.HEAP, 100 * heapTrend()));
    return lines;
  }

  private TreeSet<String> counted() {
    TreeSet<String> counted = new TreeSet<>(List.of(Sample.THREADS, Sample.FILES));
    all.forEach(sample ->
        sample.figures().keySet().stream()
            .filter(name -> name.startsWith(Sample.CONNECTIONS))
            .forEach(counted::add));
    return counted;
  }

  private static long most(List<Sample> samples, String figure) {
    return samples.stream().mapToLong(sample -> sample.of(figure)).max().orElse(0);
  }

  private static double mean(List<Sample> samples) {
    return samples.stream()
        .mapToLong(sample -> Objects.requireNonNull(sample).of(Sample.HEAP))
        .average()
        .orElse(0);
  }
}
