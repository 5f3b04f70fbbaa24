package io.reconciled;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.Readme.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README says of files, settings, commands and paths is so. */
class ReadmeTest {
  private static final Path MAIN = Path.of("src/main/java/io/reconciled");
  private final Readme readme;

  ReadmeTest() throws IOException {
    this.readme = Readme.read();
  }

  @Test
  void itOpensWithOneSentence() {
    assertThat(readme.text().lines().findFirst().orElseThrow())
        .matches("[^#!\\[].*\\.")
        .doesNotContain(". ");
  }

  @Test
  void itsSamplesAreTheFilesOfTheRepository() throws IOException {
    List<Block> samples =
        readme.blocks().stream().filter(block -> block.language().equals("yaml")).toList();
    assertThat(samples).hasSizeGreaterThanOrEqualTo(2);
    for (Block sample : samples) {
      assertThat(sample.content())
          .as("the block below <!-- %s -->", sample.source())
          .isEqualTo(Files.readString(Path.of(sample.source())));
    }
  }

  @Test
  void everyTargetItNamesIsInTheMakefile() throws IOException {
    Set<String> targets = found(Files.readString(Path.of("Makefile")), "(?m)^([a-z-]+):");
    assertThat(found(readme.text(), "(?:`|\n)\\$? ?make ([a-z-]+)"))
        .contains("demo", "run", "check", "test")
        .isSubsetOf(targets);
  }

  @Test
  void everyFileItLinksToIsThere() {
    assertThat(readme.all("\\]\\(([^)#:]+)\\)").map(link -> link.group(1)))
        .hasSizeGreaterThan(10)
        .allMatch(link -> Files.exists(Path.of(link)), "exists");
  }

  @Test
  void eachLineOfWhatIsFoundByWhatIsATest() throws IOException {
    List<String> lines = lines(readme.section("## What is found by what, and what is not found"));
    List<String> tested = lines(Files.readString(Path.of("src/docs/what-is-found.md")));
    NamedTests tests = new NamedTests();

    assertThat(tested.stream().map(ReadmeTest::firstCell))
        .containsExactlyElementsOf(lines.stream().map(ReadmeTest::firstCell).toList());
    assertThat(tested)
        .allSatisfy(line -> {
          assertThat(tests.named(line)).as(line).isPositive();
          assertThat(tests.missing(line)).as(line).isEmpty();
        });
  }

  @Test
  void everyTestThatIsNamedForAnOperatorIsThere() throws IOException {
    assertThat(new NamedTests().missing(Files.readString(Path.of("src/docs/operating.md"))))
        .isEmpty();
  }

  /** The rows of the tables of a text, without their heads. */
  private static List<String> lines(String text) {
    return text.lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| what happened"))
        .toList();
  }

  private static String firstCell(String line) {
    return line.split("\\|", 3)[1].strip();
  }

  @Test
  void itsTableOfFoldersIsTheTableOfStages() throws IOException {
    Set<String> folders = found(readme.section("## How it works"), "(?m)^\\| `(\\w+)/` \\|");
    try (Stream<Path> packages = Files.list(MAIN)) {
      assertThat(folders)
          .containsExactlyInAnyOrderElementsOf(
              packages.map(Path::getFileName).map(Path::toString).toList());
    }
  }

  @Test
  void itsVariablesAreThoseThatAreRead() throws IOException {
    String settings =
        Files.readString(MAIN.resolve("app/Settings.java"))
            + Files.readString(MAIN.resolve("sweep/partition/PartitionSettings.java"));
    assertThat(found(readme.section("## Configuration"), "\\| `(RECONCILED_\\w+)` \\|"))
        .containsExactlyInAnyOrderElementsOf(found(settings, "\"(RECONCILED_\\w+)\""));
  }

  @Test
  void itsDefaultsOfPortsAreThoseOfTheApplication() throws IOException {
    String properties = Files.readString(Path.of("src/main/resources/application.properties"));
    assertThat(readme.section("## Configuration"))
        .contains("`QUARKUS_HTTP_PORT` | `%s`".formatted(port(properties, "http")))
        .contains("`QUARKUS_MANAGEMENT_PORT` | `%s`".formatted(port(properties, "management")));
  }

  @Test
  void itsPathsAreThoseThatAreServed() throws IOException {
    assertThat(found(readme.section("## REST"), "\\| `((?:GET|POST|PUT|DELETE) [^`]+)` \\|"))
        .containsExactlyInAnyOrderElementsOf(served());
  }

  @Test
  void itsCommandsAreThoseOfTheCommandLine() throws IOException {
    Set<String> commands = new TreeSet<>();
    try (Stream<Path> files = Files.list(MAIN.resolve("app"))) {
      for (Path file : files.filter(at -> at.toString().endsWith("Command.java")).toList()) {
        commands.addAll(found(Files.readString(file), "name = \"(\\w+)\""));
      }
    }
    assertThat(found(readme.section("## Command line"), "(?m)^\\| `([a-z]+)[^`]*` \\|"))
        .isNotEmpty()
        .isEqualTo(commands);
  }

  private static String port(String properties, String of) {
    return found(properties, "(?m)^quarkus\\." + of + "\\.port=(\\d+)$").iterator().next();
  }

  /** Verb and path of every method of every resource, as the resources' own annotations say. */
  private static Set<String> served() throws IOException {
    Set<String> served = new TreeSet<>();
    try (Stream<Path> files = Files.list(MAIN.resolve("report/rest"))) {
      for (Path file : files.filter(at -> at.toString().endsWith("Resource.java")).toList()) {
        served.addAll(served(Files.readString(file)));
      }
    }
    return served;
  }

  private static List<String> served(String resource) {
    String root =
        found(resource, "@Path\\(Api\\.ROOT(?: \\+ \"/([^\"]+)\")?\\)").stream()
            .findFirst()
            .orElse("");
    List<String> served = new ArrayList<>();
    Pattern.compile("@(GET|POST|PUT|DELETE)\n(?:\\s+@Path\\(\"([^\"]+)\"\\))?")
        .matcher(resource)
        .results()
        .forEach(method -> {
          String path =
              Stream.of(root, group(method, 2))
                  .filter(part -> !part.isEmpty())
                  .collect(Collectors.joining("/"));
          served.add(method.group(1) + " " + path);
        });
    return served;
  }

  private static Set<String> found(String text, String regex) {
    return Pattern.compile(regex)
        .matcher(text)
        .results()
        .map(match -> group(match, 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String group(MatchResult match, int number) {
    return match.group(number) == null ? "" : match.group(number);
  }
}
