package io.reconciled.rules;

import static io.reconciled.rules.ConfigurationFiles.CRM;
import static io.reconciled.rules.ConfigurationFiles.SUBSCRIBER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with configuration files, told all at once and without a password. */
class RefusedFilesTest {
  @TempDir Path directory;
  private ConfigurationFiles files;

  @BeforeEach
  void soundFiles() {
    files = new ConfigurationFiles(directory);
  }

  @Test
  void everyProblemOfEveryFileAtOnceInOrder() {
    files.write("connectors/crm.yaml", CRM.replace("timeout: 2s", "timeout: soon"));
    files.write("connectors/profiles.yaml", "store: [");
    files.write(
        "rules/subscriber.yaml", SUBSCRIBER.replace("5s", "0s").replace("key: id", "kee: id"));
    assertThat(files.problems())
        .extracting(problem -> problem.place().file().getFileName() + ":" + problem.place().line())
        .containsExactly(
            "crm.yaml:6",
            "profiles.yaml:1",
            "subscriber.yaml:3",
            "subscriber.yaml:5",
            "subscriber.yaml:5");
  }

  @Test
  void missingAndEmptyDirectories() {
    Loaded loaded =
        ConfigurationFiles.loader(Map.of())
            .load(directory.resolve("nowhere"), directory.resolve("connectors/crm.yaml"));
    assertThat(((Loaded.Refused) loaded).problems())
        .extracting(Problem::what)
        .containsExactly("there is no such directory", "there is no such directory");
  }

  @Test
  void directoryWithoutYaml() throws Exception {
    Files.delete(directory.resolve("rules/subscriber.yaml"));
    assertThat(files.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.what()).contains("no *.yaml"));
  }

  @Test
  void namesThatAreTakenInAnotherFile() {
    files.write("connectors/other.yaml", CRM.replace("store: crm", "\nstore: CRM"));
    files.write("rules/z.yml", SUBSCRIBER);
    assertThat(files.problems())
        .satisfiesExactly(
            problem -> {
              assertThat(problem.place().line()).isEqualTo(2);
              assertThat(problem.what()).contains("'CRM'", "crm.yaml:1:8");
            },
            problem -> {
              assertThat(problem.place().file()).hasFileName("z.yml");
              assertThat(problem.what()).contains("'subscriber'", "subscriber.yaml:1:9");
            });
  }

  @Test
  void passwordsAreNeverRepeated() {
    String secret = "hunter2secret";
    for (String line :
        List.of(
            "password: *" + secret,
            "password: &" + secret + " x",
            "password: !" + secret + " x",
            "password: !" + secret + "! x",
            "password: ${" + secret + "-" + secret + "}",
            "password: ${" + secret,
            "password: \"" + secret,
            "password: [" + secret + "]",
            "password: { " + secret + ": x }",
            "password: " + secret + ": " + secret,
            "password: @" + secret,
            "passwordFile: nowhere\npassword: " + secret,
            "password: x\nurl: postgresql://me:" + secret + "@db/crm",
            "password: x\nurl: postgresql://db/crm?password=" + secret,
            "password: x\nurl: 'postgresql:// " + secret + "'")) {
      files.write("connectors/crm.yaml", "store: crm\nkind: postgresql\nuser: me\n" + line + "\n");
      assertThat(DescribeProblems.of(files.problems()))
          .as(line)
          .contains("crm.yaml")
          .doesNotContain(secret);
    }
  }
}
