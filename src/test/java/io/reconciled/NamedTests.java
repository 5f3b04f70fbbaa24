package io.reconciled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tests that a page names, as {@code Class.method} or as a scenario's file. */
final class NamedTests {
  private static final Pattern METHOD = Pattern.compile("`([A-Z]\\w+)\\.([a-z]\\w+)`");
  private static final Pattern SCENARIO = Pattern.compile("`([\\w-]+\\.scenario)`");
  private final Map<String, Path> files = new HashMap<>();

  NamedTests() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("src/test"))) {
      all.filter(Files::isRegularFile)
          .forEach(file -> files.put(file.getFileName().toString(), file));
    }
  }

  /** How many tests a text names. */
  long named(String text) {
    return METHOD.matcher(text).results().count() + SCENARIO.matcher(text).results().count();
  }

  /** Those that it names and that are not there. */
  List<String> missing(String text) throws IOException {
    TreeSet<String> missing = new TreeSet<>();
    SCENARIO
        .matcher(text)
        .results()
        .map(scenario -> scenario.group(1))
        .filter(scenario -> !files.containsKey(scenario))
        .forEach(missing::add);
    for (var method : METHOD.matcher(text).results().toList()) {
      Path file = files.get(method.group(1) + ".java");
      if (file == null
          || !Files.readString(file).matches("(?s).*\\b" + method.group(2) + "\\(.*")) {
        missing.add(method.group(1) + "." + method.group(2));
      }
    }
    return List.copyOf(missing);
  }
}
