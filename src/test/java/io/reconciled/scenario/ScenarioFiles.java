package io.reconciled.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where scenarios lie. */
final class ScenarioFiles {
  private static final Path FOLDER = Path.of("src/test/resources/scenarios");

  private ScenarioFiles() {}

  static List<Path> all() throws IOException {
    try (Stream<Path> found = Files.list(FOLDER)) {
      return found.filter(file -> file.toString().endsWith(".scenario")).sorted().toList();
    }
  }

  /** One for each kind of rule. */
  static List<Path> ofRules() throws IOException {
    return all().stream()
        .filter(file -> file.getFileName().toString().startsWith("rule-"))
        .toList();
  }
}
