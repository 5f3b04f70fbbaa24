package io.reconciled.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.app.StateDatabase;
import io.reconciled.discrepancy.InMemoryDiscrepancies;
import io.reconciled.discrepancy.Masking;
import io.reconciled.discrepancy.jooq.JooqDiscrepancies;
import io.reconciled.model.KeyType;
import io.reconciled.state.TestState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {
  private static final int THREADS = 2;
  private static final int SEEDS = 300;
  private final Logger logger = LogContext.getLogContext().getLogger("io.reconciled");

  /** Daemons that are killed and cut off have a lot to say. */
  @BeforeEach
  void silence() {
    logger.setLevel(Level.OFF);
  }

  @AfterEach
  void speak() {
    logger.setLevel(null);
  }

  @Test
  void someHundredSeedsAreClean(@TempDir Path folder) throws IOException {
    RunSeeds run = new RunSeeds(() -> Seams.SOUND, THREADS, done -> {});

    Optional<Seed> failed = run.run(1, SEEDS);

    assertThat(failed.map(seed -> story(seed, Seams.SOUND, folder))).isEmpty();
    assertThat(run.counts())
        .containsKeys("Confirmed", "Converged", "Resolved", "Unverified", "kills");
  }

  @Test
  void theSameSeedRunsTheSameWay() {
    assertThat(storyOf(7)).isEqualTo(storyOf(7)).isNotEmpty();
  }

  /** Simulated servers take a new port each time. */
  private static List<String> storyOf(long seed) {
    return Seed.draw(seed).run(Seams.SOUND).story().last(Optional.empty(), 10_000).stream()
        .map(line -> line.replaceAll("port [0-9]+", "its port"))
        .toList();
  }

  @Test
  void theRecordInMemoryAnswersAsThatInAStateDatabase() {
    for (long number = 1; number <= 20; number++) {
      try (StateDatabase database = TestState.h2InMemory()) {
        TwinDiscrepancies both =
            new TwinDiscrepancies(
                new JooqDiscrepancies(
                    database.dataSource(), entity -> KeyType.INTEGER, Masking.SHOW),
                new InMemoryDiscrepancies());

        Outcome outcome = Seed.draw(number).run(Seams.SOUND, Kept.with(both));

        assertThat(outcome.failure()).as("seed %d", number).isEmpty();
      }
    }
  }

  @Test
  void aFailureIsToldAsAStoryAndAScenario(@TempDir Path folder) {
    String story = story(Seed.draw(1), PlantedBug.ACKNOWLEDGED_EARLY.seams(), folder);

    assertThat(story)
        .contains("Seed 1 fails: positions", "is acknowledged", "As a scenario: ")
        .contains("daemon         starts");
    assertThat(folder.resolve("seed-1.scenario")).content().contains("stores crm billing");
  }

  private static String story(Seed seed, Seams seams, Path folder) {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8)) {
      new TellFailure(() -> seams, folder, out).tell(seed);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
    return told.toString(StandardCharsets.UTF_8);
  }
}
