package io.reconciled.app;

import io.reconciled.rules.Configuration;
import io.reconciled.rules.Loaded;
import io.reconciled.rules.Problem;
import io.reconciled.store.StoreComplaint.Severity;
import io.reconciled.store.Stores;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loads the configuration, holds it against the live stores, and prints what is wrong with it. */
final class LoadChecked {
  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparing((Problem problem) -> problem.place().file())
          .thenComparingInt(problem -> problem.place().line())
          .thenComparingInt(problem -> problem.place().column());
  private final Settings settings;
  private final PrintWriter out;

  LoadChecked(Settings settings, PrintWriter out) {
    this.settings = settings;
    this.out = out;
  }

  /**
   * What came of it.
   *
   * @param sound the configuration; empty where it was refused
   * @param unreachable whether some store could not be asked
   */
  record Checked(Optional<Configuration> sound, boolean unreachable) {}

  /** From the files alone. */
  Optional<Configuration> load() {
    return sound(settings.load());
  }

  /** From the connector files alone. */
  Optional<Configuration> connectors() {
    return sound(settings.loadConnectors());
  }

  private Optional<Configuration> sound(Loaded loaded) {
    return switch (loaded) {
      case Loaded.Sound(Configuration configuration) -> Optional.of(configuration);
      case Loaded.Refused(List<Problem> problems, Configuration flawless) -> {
        print("error", problems);
        yield Optional.empty();
      }
    };
  }

  /** From the files, and from what the stores say of those that are flawless in themselves. */
  Checked check() {
    return check(settings.load());
  }

  /** The connectors and one rules file, in the same way. */
  Checked check(Path rulesFile) {
    return check(settings.loadOne(rulesFile));
  }

  private Checked check(Loaded loaded) {
    return switch (loaded) {
      case Loaded.Sound(Configuration configuration) -> check(List.of(), configuration);
      case Loaded.Refused(List<Problem> problems, Configuration flawless) ->
          check(problems, flawless);
    };
  }

  private Checked check(List<Problem> inFiles, Configuration configuration) {
    Map<Severity, List<Problem>> found = new CheckStores(configuration).check();
    List<Problem> errors = new ArrayList<>(inFiles);
    errors.addAll(found.getOrDefault(Severity.ERROR, List.of()));
    List<Problem> unreachable = found.getOrDefault(Severity.UNREACHABLE, List.of());
    print("error", errors);
    print("unreachable", unreachable);
    List<Problem> warnings = new ArrayList<>(found.getOrDefault(Severity.WARNING, List.of()));
    if (errors.isEmpty()) {
      warnings.addAll(inSamples(configuration));
    }
    print("warning", warnings);
    return new Checked(
        errors.isEmpty() ? Optional.of(configuration) : Optional.empty(), !unreachable.isEmpty());
  }

  private static List<Problem> inSamples(Configuration configuration) {
    try (Stores stores = ConnectStores.open(configuration)) {
      return new CheckValues(configuration, stores).warnings();
    }
  }

  private void print(String severity, List<Problem> problems) {
    for (Problem problem : problems.stream().sorted(BY_PLACE).toList()) {
      out.printf("%s: %s: %s%n    %s%n", problem.place(), severity, problem.what(), problem.fix());
    }
    out.flush();
  }
}
