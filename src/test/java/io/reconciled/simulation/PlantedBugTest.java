package io.reconciled.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.logmanager.Level;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlantedBugTest {
  private static final int SEEDS = 2_000;
  private static final int THREADS = 2;
  private final Logger logger = LogContext.getLogContext().getLogger("io.reconciled");

  @BeforeEach
  void silence() {
    logger.setLevel(Level.OFF);
  }

  @AfterEach
  void speak() {
    logger.setLevel(null);
  }

  @ParameterizedTest
  @EnumSource
  void isFound(PlantedBug bug) {
    RunSeeds run = new RunSeeds(bug::seams, THREADS, done -> {});

    assertThat(run.run(1, SEEDS)).as("a seed that finds " + bug).isPresent();
  }
}
