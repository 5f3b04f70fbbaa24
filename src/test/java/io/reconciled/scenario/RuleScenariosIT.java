package io.reconciled.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.app.StateDatabase;
import io.reconciled.model.StoreName;
import io.reconciled.servers.Servers;
import io.reconciled.state.TestState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every kind of rule over data in real servers, each store on each kind of server in turn. */
class RuleScenariosIT {
  private static final List<ServerKind> KINDS = List.of(ServerKind.values());

  @BeforeAll
  static void startServers() {
    Servers.shared().startAll();
  }

  @TestFactory
  List<DynamicTest> everyKindOfRuleOnEveryServer() throws IOException {
    List<Path> files = ScenarioFiles.ofRules();
    assertThat(files).as("scenarios of rules").hasSize(9);
    List<DynamicTest> runs = new ArrayList<>();
    for (Path file : files) {
      for (int rotation = 0; rotation < KINDS.size(); rotation++) {
        runs.add(run(ReadScenario.read(file), rotation));
      }
    }
    return runs;
  }

  private static DynamicTest run(Scenario scenario, int rotation) {
    String on =
        scenario.stores().stream()
            .map(store -> store + " on " + kind(scenario, store, rotation))
            .collect(Collectors.joining(", "))
            .toLowerCase(Locale.ROOT);
    return DynamicTest.dynamicTest(
        scenario.file().getFileName() + ": " + on,
        scenario.file().toUri(),
        () -> {
          try (StateDatabase state = TestState.h2InMemory()) {
            RunScenario.run(
                scenario,
                (played, store) -> RealData.of(kind(played, store, rotation), played, store),
                state);
          }
        });
  }

  private static ServerKind kind(Scenario scenario, StoreName store, int rotation) {
    return KINDS.get((scenario.stores().indexOf(store) + rotation) % KINDS.size());
  }
}
