package io.reconciled.bench;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * The rounds of one client process. Of each thing the best round counts: noise only ever adds.
 *
 * @param differing the keys that each sweep has to suspect
 */
record SweepRun(SweepWork work, Set<String> differing, List<SweepRound> rounds) {
  private static final double MEGABYTE = 1 << 20;

  double best(ToDoubleFunction<SweepRound> seconds) {
    return rounds.stream().mapToDouble(seconds).min().orElse(Double.NaN);
  }

  double keysPerSecond(ToDoubleFunction<SweepRound> seconds) {
    return work.keys() / best(seconds);
  }

  /** The sweep of a process that has just started. */
  double firstSweep() {
    return rounds.getFirst().sweep();
  }

  Map<String, Double> bestAlone() {
    Map<String, Double> alone = new TreeMap<>();
    for (String store : work.stores()) {
      alone.put(store, best(round -> round.alone().get(store)));
    }
    return alone;
  }

  double cpuMicrosPerRow() {
    return best(round -> round.cpu() / round.rows()) * 1e6;
  }

  /** Of the sweep with the most. */
  double heapAndDirectMegabytes() {
    return most(round -> round.peak().heap() + round.peak().direct()) / MEGABYTE;
  }

  /** Of the sweep with the most. */
  double liveAndDirectMegabytes() {
    return most(round -> round.peak().live() + round.peak().direct()) / MEGABYTE;
  }

  private double most(ToDoubleFunction<SweepRound> bytes) {
    return rounds.stream().mapToDouble(bytes).max().orElse(Double.NaN);
  }

  /** How many of the differing keys the sweep suspected that suspected the fewest of them. */
  int found() {
    return rounds.stream()
        .mapToInt(round -> {
          Set<String> found = new TreeSet<>(differing);
          found.retainAll(round.suspects());
          return found.size();
        })
        .min()
        .orElse(0);
  }

  /** How many other keys the sweeps suspected. */
  int others() {
    Set<String> others = new TreeSet<>();
    rounds.forEach(round -> others.addAll(round.suspects()));
    others.removeAll(differing);
    return others.size();
  }

  /** Whether every sweep read every dataset to its end and saw every key. */
  boolean complete() {
    return rounds.stream()
        .allMatch(round -> round.state().equals("COMPLETE") && round.keys() == work.keys());
  }
}
