package io.reconciled.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.Readme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Rules files of every kind, broken at random: each answer can be found and acted upon. */
class AnyRulesFileTest {
  private static final Path DIRECTORY = Path.of("target", "any-rules");
  private static final List<String> SHOWN = readShown();
  private static final List<String> WORDS = words();

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void brokenFilesOfEveryKindNeverThrow(
      @ForAll("shown") String shown,
      @ForAll @IntRange(max = 4_000) int from,
      @ForAll @IntRange(max = 30) int length,
      @ForAll("fragments") String inserted) {
    int start = from % shown.length();
    int end = Math.min(shown.length(), start + length);
    assertUseful(load(shown.substring(0, start) + inserted + shown.substring(end)));
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void anyTreeOfKnownWordsNeverThrows(@ForAll("trees") String tree) {
    assertUseful(load("entity: e\nkey: { type: integer }\ngrace: 5s\nrules: " + tree));
    assertUseful(load("entity: e\nkey: { type: integer }\ngrace: 5s\ndatasets: " + tree));
    assertUseful(load(tree));
  }

  @Test
  void misspeltKeysAreToldTheNearest() {
    for (RuleForm form : ReadRules.FORMS) {
      for (String key : ReadRules.keys(form)) {
        if (!key.equals(form.word()) && key.length() > 2) {
          String misspelt = key.substring(0, key.length() - 1) + "q";
          String rule = "{ %s: x, %s: y }".formatted(form.word(), misspelt);
          Loaded loaded =
              load(
                  "entity: e\nkey: { type: integer }\ngrace: 5s\ndatasets:\n"
                      + "  crm: { table: t, key: id }\n  profiles: { collection: c, key: _id }\n"
                      + "rules:\n  - "
                      + rule);
          assertThat(((Loaded.Refused) loaded).problems())
              .as(rule)
              .anySatisfy(problem -> {
                assertThat(problem.what()).contains("'" + misspelt + "'");
                assertThat(problem.fix()).contains("did you mean " + key + "?");
                assertThat(problem.place().line()).isEqualTo(8);
              });
        }
      }
    }
  }

  @Provide
  Arbitrary<String> shown() {
    return Arbitraries.of(SHOWN);
  }

  @Provide
  Arbitrary<String> fragments() {
    return Arbitraries.oneOf(
        Arbitraries.of(WORDS).map(word -> word + ": "),
        Arbitraries.of(WORDS),
        Arbitraries.strings().ofMaxLength(6),
        Arbitraries.of("[", "]", "{ ", " }", "\n  - ", "\n", "''", "~", "- ", "${X}", "&a", "*a"));
  }

  @Provide
  Arbitrary<String> trees() {
    return tree(4);
  }

  private static Arbitrary<String> tree(int depth) {
    Arbitrary<String> leaf =
        Arbitraries.oneOf(
            Arbitraries.of(WORDS),
            Arbitraries.of("1", "-1", "true", "null", "''", "5s", "0.01", "crm.status", "a.b.c"));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<String> list =
        tree(depth - 1).list().ofMaxSize(3).map(items -> "[" + String.join(", ", items) + "]");
    Arbitrary<String> mapping =
        Arbitraries.maps(Arbitraries.of(WORDS), tree(depth - 1))
            .ofMaxSize(4)
            .map(entries -> {
              List<String> written = new ArrayList<>();
              entries.forEach((name, value) -> written.add(name + ": " + value));
              return "{ " + String.join(", ", written) + " }";
            });
    return Arbitraries.oneOf(leaf, list, mapping, mapping);
  }

  private static Loaded load(String rules) {
    ConfigurationFiles files = new ConfigurationFiles(DIRECTORY);
    files.write("rules/subscriber.yaml", rules);
    return files.load();
  }

  private static void assertUseful(Loaded loaded) {
    if (loaded instanceof Loaded.Refused(List<Problem> problems, Configuration flawless)) {
      assertThat(problems)
          .isNotEmpty()
          .allSatisfy(problem -> {
            assertThat(problem.place().file()).startsWith(DIRECTORY);
            assertThat(problem.place().line()).isPositive();
            assertThat(problem.place().column()).isPositive();
            assertThat(problem.what()).isNotBlank().doesNotContain("\n");
            assertThat(problem.fix()).isNotBlank().doesNotContain("\n");
          });
    }
  }

  private static List<String> readShown() {
    try {
      return new Readme(Files.readString(Path.of("reconcile-rules", "README.md")))
          .blocks().stream()
              .filter(block -> block.language().equals("yaml"))
              .map(Readme.Block::content)
              .toList();
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private static List<String> words() {
    List<String> words = new ArrayList<>(ReadEntity.KEYS);
    words.addAll(ReadDataset.KEYS);
    words.addAll(ReadMapping.ATTRIBUTE_KEYS);
    ReadRules.FORMS.forEach(form -> words.addAll(ReadRules.keys(form)));
    words.addAll(List.of("crm", "profiles", "status", "msisdn", "trim", "e164", "newest", "in"));
    return words.stream().distinct().toList();
  }
}
