package io.reconciled.simulation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells the story of a seed that fails, with as little in it as makes it fail. */
final class TellFailure {
  private static final int LINES = 60;
  private final Supplier<Seams> seams;
  private final Path folder;
  private final PrintStream out;

  /**
   * @param folder where the scenario is written
   */
  TellFailure(Supplier<Seams> seams, Path folder, PrintStream out) {
    this.seams = seams;
    this.folder = folder;
    this.out = out;
  }

  void tell(Seed seed) throws IOException {
    Failure failure = seed.run(seams.get()).failure().orElseThrow();
    Seed smallest = new Shrink(seams).smallest(seed, failure.check());
    Outcome outcome = smallest.run(seams.get());
    tell(smallest, outcome, outcome.failure().orElseThrow());
    out.printf("Of %d actions, %d are enough.%n", seed.actions().size(), smallest.actions().size());
    WriteScenario write = new WriteScenario(seed.number(), outcome);
    out.println("As a scenario: " + write.into(folder));
    write.leftOut().forEach(line -> out.println("  without " + line));
  }

  private void tell(Seed seed, Outcome outcome, Failure failure) {
    out.printf(
        "Seed %d fails: %s%s, at %s%n%s%n%n%s%n%n",
        seed.number(),
        failure.check().inWords(),
        failure.key().map(key -> ", key " + key).orElse(""),
        Times.text(failure.at()),
        failure.what(),
        outcome.landscape());
    outcome.story().last(failure.key(), LINES).forEach(out::println);
    out.println();
  }

  /** Which check finds a bug in a seed. */
  static String check(Seed seed, PlantedBug bug) {
    Optional<Failure> failure = seed.run(bug.seams()).failure();
    return failure.map(Failure::check).map(Failure.Check::inWords).orElse("not again");
  }
}
