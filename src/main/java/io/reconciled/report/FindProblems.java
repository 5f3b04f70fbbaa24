package io.reconciled.report;

import io.reconciled.discrepancy.FindDiscrepancies.UnverifiedCount;
import io.reconciled.model.EntityName;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.sweep.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Finds rows that cannot be compared because of what they are. Pure. */
final class FindProblems {
  private FindProblems() {}

  static List<DatasetProblem> of(
      EntityName entity, Optional<Sweep> lastSweep, List<UnverifiedCount> unverified) {
    List<DatasetProblem> problems = new ArrayList<>();
    lastSweep.ifPresent(sweep ->
        new TreeMap<>(sweep.keyless())
            .forEach((dataset, whys) ->
                new TreeMap<>(whys)
                    .forEach((why, rows) ->
                        problems.add(new DatasetProblem(Optional.of(dataset), why, rows)))));
    // A key with several rows counts under every rule that reads it; the largest count is the
    // surest lower bound of how many keys there are.
    unverified.stream()
        .filter(count -> count.entity().equals(entity))
        .filter(count -> count.reason() == UnverifiedReason.DUPLICATE)
        .max(java.util.Comparator.comparingLong(UnverifiedCount::keys))
        .ifPresent(count ->
            problems.add(
                new DatasetProblem(Optional.empty(), "keys with several rows", count.keys())));
    return problems;
  }
}
