package io.reconciled.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.reconciled.Readme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every file that is shown to those who write rules loads, and satisfies the schema it names. */
class RulesReadmeTest {
  private static final String BASE = "https://reconciled.io/";
  private static final Path FOLDER = Path.of("reconcile-rules");
  private static final Map<String, String> PASSWORDS =
      Map.of("CRM_PASSWORD", "a", "BILLING_PASSWORD", "b", "PROFILES_PASSWORD", "c");
  @TempDir private Path directory;

  private record Shown(Path file, String content) {
    Path folder() {
      return file.getParent() == null ? Path.of("") : file.getParent();
    }
  }

  @TestFactory
  Stream<DynamicTest> filesThatAreShownTogetherLoadTogether() throws IOException {
    Map<Path, List<Shown>> byFolder =
        shown().stream().collect(Collectors.groupingBy(Shown::folder));
    return byFolder.entrySet().stream()
        .map(together ->
            DynamicTest.dynamicTest(
                "files of '" + together.getKey() + "'",
                () -> assertLoads(together.getKey(), together.getValue())));
  }

  @Test
  void theFileWithEveryKindOfRuleLoadsBesideWhatItRefersTo() throws IOException {
    Shown tariff =
        shown().stream()
            .filter(file -> file.file().equals(Path.of("references", "tariff.yaml")))
            .findFirst()
            .orElseThrow();
    String every = Files.readString(Path.of("src", "docs", "every-kind-of-rule.yaml"));
    assertLoads(Path.of("every"), List.of(new Shown(Path.of("every.yaml"), every), tariff));
    assertThat(objections("rules.schema.json", every)).isEmpty();
    assertThat(every)
        .contains(ReadRules.FORMS.stream().map(form -> "- " + form.word() + ": ").toList());
  }

  @Test
  void everyKindOfRuleIsShown() throws IOException {
    List<String> folders = shown().stream().map(file -> file.folder().toString()).toList();
    assertThat(folders).containsAll(ReadRules.FORMS.stream().map(RuleForm::word).toList());
  }

  @TestFactory
  Stream<DynamicTest> filesSatisfyTheSchemaThatTheyName() throws IOException {
    return shown().stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.file().toString(),
                () -> {
                  String named = file.content().lines().findFirst().orElseThrow();
                  String schema = named.substring(named.indexOf("$schema=") + 8);
                  assertThat(objections(schema, file.content())).isEmpty();
                }));
  }

  @Test
  void schemaObjectsToWhatTheReaderRefuses() throws IOException {
    String sound = shown().getFirst().content();
    assertThat(objections("rules.schema.json", sound.replace("version: 1", "version: 2")))
        .isNotEmpty();
    assertThat(objections("rules.schema.json", sound.replace("  - equal: status", "  - equl: x")))
        .isNotEmpty();
  }

  private void assertLoads(Path folder, List<Shown> files) throws IOException {
    Path rules = directory.resolve(folder).resolve("rules");
    Files.createDirectories(rules);
    for (Shown file : files) {
      Files.writeString(rules.resolve(file.file().getFileName()), file.content());
    }
    Loaded loaded = ConfigurationFiles.loader(PASSWORDS).load(Path.of("connectors"), rules);
    assertThat(loaded)
        .as(() -> loaded instanceof Loaded.Refused refused ? refused.problems().toString() : "")
        .isInstanceOf(Loaded.Sound.class);
  }

  private static List<Shown> shown() throws IOException {
    return new Readme(Files.readString(FOLDER.resolve("README.md")))
        .blocks().stream()
            .filter(block -> block.language().equals("yaml"))
            .map(block -> new Shown(Path.of(block.source()), block.content()))
            .toList();
  }

  private static List<?> objections(String schema, String yaml) throws IOException {
    Object read = new ObjectMapper(new YAMLFactory()).readValue(yaml, Object.class);
    Map<String, String> schemas =
        Map.of(
            BASE + "rules.schema.json", Files.readString(FOLDER.resolve("rules.schema.json")),
            BASE + "defaults.schema.json",
                Files.readString(FOLDER.resolve("defaults.schema.json")));
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(schemas))
        .getSchema(SchemaLocation.of(BASE + schema))
        .validate(new ObjectMapper().writeValueAsString(read), InputFormat.JSON);
  }
}
