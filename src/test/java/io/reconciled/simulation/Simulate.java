package io.reconciled.simulation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.LogContext;

/**
 * What {@code make simulate} runs. Ends with 1 where a seed fails, or a planted bug is not found,
 * and with 64 for settings that cannot be.
 */
public final class Simulate {
  private static final Path FOLDER = Path.of("target", "simulation");
  private static final int WRONG_USE = 64;
  private static final int EVERY = 500;
  private final Settings settings;
  private final PrintStream out;

  private Simulate(Settings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException {
    LogContext.getLogContext().getLogger("").setLevel(Level.OFF);
    Settings settings;
    try {
      settings = Settings.of(List.of(arguments));
    } catch (IllegalArgumentException refused) {
      System.err.println(refused.getMessage());
      System.exit(WRONG_USE);
      return;
    }
    Simulate simulate = new Simulate(settings, System.out);
    System.exit(settings.allBugs() ? simulate.allBugs() : simulate.seeds());
  }

  private int allBugs() throws IOException {
    int missed = 0;
    for (PlantedBug bug : PlantedBug.values()) {
      RunSeeds run = new RunSeeds(bug::seams, settings.threads(), done -> {});
      Optional<Seed> found = run.run(settings.from(), settings.seeds());
      String how =
          found
              .map(seed -> "found by seed " + seed.number() + ": " + TellFailure.check(seed, bug))
              .orElse("NOT FOUND");
      out.printf("%-30s %s%n", bug, how);
      missed += found.isEmpty() ? 1 : 0;
    }
    return missed == 0 ? 0 : 1;
  }

  private int seeds() throws IOException {
    Supplier<Seams> seams =
        settings.bug().<Supplier<Seams>>map(bug -> bug::seams).orElse(() -> Seams.SOUND);
    long began = System.nanoTime();
    RunSeeds run = new RunSeeds(seams, settings.threads(), done -> progress(done, began));
    Optional<Seed> failed = run.run(settings.from(), settings.seeds());
    if (failed.isPresent()) {
      new TellFailure(seams, FOLDER, out).tell(failed.get());
      return 1;
    }
    out.printf("%d seeds, none fails; in them: %s%n", settings.seeds(), run.counts());
    return 0;
  }

  private void progress(long done, long began) {
    if (done % EVERY == 0) {
      double seconds = (System.nanoTime() - began) / 1e9;
      out.printf("%d of %d seeds, %.1f a second%n", done, settings.seeds(), done / seconds);
    }
  }
}
