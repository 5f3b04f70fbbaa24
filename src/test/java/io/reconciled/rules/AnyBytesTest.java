package io.reconciled.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever the files hold, loading answers, and each problem can be found and mended. */
class AnyBytesTest {
  private static final Path DIRECTORY = Path.of("target", "any-bytes");

  @Property(tries = 150)
  void randomBytesAreRefused(@ForAll @Size(max = 200) byte[] bytes) {
    ConfigurationFiles files = new ConfigurationFiles(DIRECTORY);
    files.write("connectors/crm.yaml", bytes);
    files.write("rules/subscriber.yaml", bytes);
    Loaded loaded = files.load();
    assertThat(loaded).isInstanceOf(Loaded.Refused.class);
    assertUseful(loaded);
  }

  @Property(tries = 400)
  void mutatedFilesNeverThrow(
      @ForAll @IntRange(max = 1000) int from,
      @ForAll @IntRange(max = 40) int length,
      @ForAll @IntRange(max = 2) int which,
      @ForAll("fragments") String inserted) {
    ConfigurationFiles files = new ConfigurationFiles(DIRECTORY);
    switch (which) {
      case 0 ->
          files.write(
              "connectors/crm.yaml", mutated(ConfigurationFiles.CRM, from, length, inserted));
      case 1 ->
          files.write(
              "connectors/profiles.yaml",
              mutated(ConfigurationFiles.PROFILES, from, length, inserted));
      default ->
          files.write(
              "rules/subscriber.yaml",
              mutated(ConfigurationFiles.SUBSCRIBER, from, length, inserted));
    }
    assertUseful(files.load());
  }

  @Provide
  Arbitrary<String> fragments() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(8),
        Arbitraries.of(
            "",
            ": ",
            "\n",
            "\n- ",
            "[",
            "]",
            "{",
            "}",
            "&a ",
            "*a",
            "!x ",
            "<<: ",
            "? ",
            "| ",
            "${",
            "}",
            "\"",
            "'",
            "#",
            "---\n",
            "\t",
            "null",
            "~",
            "9".repeat(500),
            "\uD83D\uDE00"));
  }

  private static byte[] mutated(String text, int from, int length, String inserted) {
    int start = from % text.length();
    int end = Math.min(text.length(), start + length);
    return (text.substring(0, start) + inserted + text.substring(end))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void assertUseful(Loaded loaded) {
    if (loaded instanceof Loaded.Refused refused) {
      assertThat(refused.problems())
          .isNotEmpty()
          .allSatisfy(problem -> {
            assertThat(problem.place().file()).startsWith(DIRECTORY);
            assertThat(problem.place().line()).isPositive();
            assertThat(problem.place().column()).isPositive();
            assertThat(problem.what()).isNotBlank().doesNotContain("\n", "hunter2");
            assertThat(problem.fix()).isNotBlank().doesNotContain("\n", "hunter2");
          });
    }
  }
}
