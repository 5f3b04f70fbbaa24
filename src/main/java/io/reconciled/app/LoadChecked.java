package io.reconciled.app;

import io.reconciled.rules.Configuration;
import io.reconciled.rules.Loaded;
import io.reconciled.rules.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
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
    CheckFiles.Checked checked = CheckFiles.check(loaded);
    print("error", checked.errors());
    print("unreachable", checked.unreachable());
    print("warning", checked.warnings());
    if (checked.sound()) {
      print("warning", new CheckValues(checked.configuration()).warnings());
    }
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
