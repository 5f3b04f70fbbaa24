package io.reconciled.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reconciled.app.StateDatabase;
import io.reconciled.state.TestState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ScenariosTest {
  @TestFactory
  List<DynamicTest> everyScenarioEndsAsItSays() throws IOException {
    List<Path> files = ScenarioFiles.all();
    assertThat(files).as("scenarios").isNotEmpty();
    return files.stream()
        .map(file ->
            DynamicTest.dynamicTest(file.getFileName().toString(), file.toUri(), () -> run(file)))
        .toList();
  }

  private static void run(Path file) throws IOException {
    Scenario scenario = ReadScenario.read(file);
    try (StateDatabase state = TestState.h2InMemory()) {
      RunScenario.run(scenario, state);
    }
  }

  @Test
  void aFalseAlarmAndAMissedOneFail(@TempDir Path folder) throws IOException {
    Path missed =
        Files.writeString(
            folder.resolve("missed.scenario"), "0s crm put 7\n1s expect 7 present confirmed\n");
    Path alarm =
        Files.writeString(folder.resolve("alarm.scenario"), "0s crm put 7\n20s billing remove 8\n");

    assertThatThrownBy(() -> run(missed))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("missed.scenario:2");
    assertThatThrownBy(() -> run(alarm))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("7 present");
  }

  @Test
  void aLineThatCannotBeReadIsNamed(@TempDir Path folder) throws IOException {
    for (String wrong :
        List.of(
            "1x crm put 7",
            "1s shop put 7",
            "1s crm",
            "1s crm put x",
            "1s expect 7 present odd",
            "1s daemon rests")) {
      Path file = Files.writeString(folder.resolve("wrong.scenario"), "# why\n\n" + wrong + "\n");

      assertThatThrownBy(() -> ReadScenario.read(file))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("wrong.scenario:3");
    }
  }
}
