package io.reconciled.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What {@code make bench} runs: each figure beside its floor, measured in the same run, so that the
 * ratio holds on a noisy machine. Ends with 1 where a limit is missed or a figure could not be
 * measured, with 64 for settings that cannot be.
 */
public final class Bench {
  private static final Path FOLDER = Path.of("target", "bench");
  private static final int WRONG_USE = 64;
  private static final List<Figure> FIGURES =
      List.of(
          new CompareFigure(),
          new SweepFigure(),
          new BesideWritesFigure(),
          new RecheckFigure(),
          new CaptureFigure(),
          new GrowthFigure());

  private Bench() {}

  public static void main(String[] arguments) throws IOException {
    DaemonLogs.set();
    BenchSettings settings;
    try {
      settings = BenchSettings.of(List.of(arguments));
      refuseUnknown(settings);
    } catch (IllegalArgumentException refused) {
      System.err.println(refused.getMessage());
      System.exit(WRONG_USE);
      return;
    }
    Results results = run(settings, FIGURES, System.out);
    results.write(FOLDER);
    System.out.print(results.table());
    System.out.println("written to " + FOLDER);
    System.exit(results.passed() ? 0 : 1);
  }

  /** Measures each figure that is wanted; one that fails does not keep the others from it. */
  static Results run(BenchSettings settings, List<Figure> figures, PrintStream out) {
    Ground ground = new Ground(settings, out);
    Results results = new Results();
    results.note("date", LocalDate.now(ZoneOffset.UTC).toString());
    results.note("machine", machine());
    results.note("keys", settings.keys());
    for (Figure figure : figures) {
      if (settings.wants(figure)) {
        measure(figure, ground, results);
      }
    }
    return results;
  }

  private static void measure(Figure figure, Ground ground, Results results) {
    ground.say("%s: %s", figure.name(), figure.about());
    try {
      results.add(figure, figure.measure(ground));
    } catch (Exception failure) {
      ground.say("%s could not be measured: %s", figure.name(), failure);
      failure.printStackTrace(ground.out());
      results.failed(figure, failure);
    }
  }

  private static String machine() {
    return "%s, %s, %d processors, Java %s"
        .formatted(
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(),
            Runtime.version().feature());
  }

  private static void refuseUnknown(BenchSettings settings) {
    List<String> names = FIGURES.stream().map(Figure::name).toList();
    if (!names.containsAll(settings.only())) {
      throw new IllegalArgumentException(
          "ONLY=%s: the figures are %s".formatted(String.join(",", settings.only()), names));
    }
  }
}
