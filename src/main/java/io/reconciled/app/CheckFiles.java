package io.reconciled.app;

import io.reconciled.rules.Configuration;
import io.reconciled.rules.Loaded;
import io.reconciled.rules.Problem;
import io.reconciled.store.StoreComplaint.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Loads the files, and holds what is flawless in itself against the live stores. */
final class CheckFiles {
  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparing((Problem problem) -> problem.place().file())
          .thenComparingInt(problem -> problem.place().line())
          .thenComparingInt(problem -> problem.place().column());
  private final Settings settings;

  CheckFiles(Settings settings) {
    this.settings = settings;
  }

  /**
   * What came of it; problems are in the order of file and line.
   *
   * @param configuration not to be run while there are errors
   * @param inStores those of the errors that lie in what the stores hold, and may pass by
   *     themselves
   * @param unreachable stores that could not be asked
   */
  record Checked(
      Configuration configuration,
      List<Problem> errors,
      List<Problem> inStores,
      List<Problem> unreachable,
      List<Problem> warnings) {
    boolean sound() {
      return errors.isEmpty();
    }
  }

  Checked check() {
    return check(settings.load());
  }

  static Checked check(Loaded loaded) {
    return switch (loaded) {
      case Loaded.Sound(Configuration configuration) -> check(List.of(), configuration);
      case Loaded.Refused(List<Problem> problems, Configuration flawless) ->
          check(problems, flawless);
    };
  }

  private static Checked check(List<Problem> inFiles, Configuration configuration) {
    Map<Severity, List<Problem>> found = new CheckStores(configuration).check();
    List<Problem> inStores = List.copyOf(found.getOrDefault(Severity.ERROR, List.of()));
    new CheckSweepLimits(configuration)
        .check()
        .forEach((severity, more) ->
            found.computeIfAbsent(severity, first -> new ArrayList<>()).addAll(more));
    List<Problem> errors = new ArrayList<>(inFiles);
    errors.addAll(found.getOrDefault(Severity.ERROR, List.of()));
    return new Checked(
        configuration,
        sorted(errors),
        inStores,
        sorted(found.getOrDefault(Severity.UNREACHABLE, List.of())),
        sorted(found.getOrDefault(Severity.WARNING, List.of())));
  }

  private static List<Problem> sorted(List<Problem> problems) {
    return problems.stream().sorted(BY_PLACE).toList();
  }
}
