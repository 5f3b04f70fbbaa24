package io.reconciled.app;

import io.reconciled.rules.Configuration;
import io.reconciled.rules.Loaded;
import io.reconciled.rules.Problem;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** Loads the configuration, holds it against the live stores, and prints what is wrong with it. */
final class LoadChecked {
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
    return switch (settings.load()) {
      case Loaded.Sound(Configuration configuration) -> Optional.of(configuration);
      case Loaded.Refused(List<Problem> problems, Configuration flawless) -> {
        print("error", problems);
        yield Optional.empty();
      }
    };
  }

  /** From the files, and from what the stores say of those that are flawless in themselves. */
  Checked check() {
    CheckFiles.Checked checked = new CheckFiles(settings).check();
    print("error", checked.errors());
    print("unreachable", checked.unreachable());
    print("warning", checked.warnings());
    return new Checked(
        checked.sound() ? Optional.of(checked.configuration()) : Optional.empty(),
        !checked.unreachable().isEmpty());
  }

  private void print(String severity, List<Problem> problems) {
    for (Problem problem : problems) {
      out.printf("%s: %s: %s%n    %s%n", problem.place(), severity, problem.what(), problem.fix());
    }
    out.flush();
  }
}
