package io.reconciled.rules.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.rules.CommittedTable;
import io.reconciled.rules.ShownValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue: what can be named, what is refused, and the table made from it. */
class NormalisationsTest {

  @TestFactory
  Stream<DynamicTest> documentedExampleIsWhatItDoes() {
    return Catalogued.all().stream()
        .flatMap(one ->
            one.manual().examples().stream()
                .filter(example -> example.parameters().equals(one.parameters()))
                .map(example ->
                    DynamicTest.dynamicTest(
                        one + " of " + ShownValue.of(example.before()),
                        () ->
                            assertThat(one.normalisation().apply(example.before()))
                                .isEqualTo(example.after()))));
  }

  @Test
  void everyOneHasAnExampleThatChangesSomething() {
    assertThat(Normalisations.manuals())
        .filteredOn(manual -> !manual.kinds().isEmpty())
        .allMatch(manual ->
            manual.examples().stream()
                .anyMatch(example -> !example.before().equals(example.after())));
  }

  @Test
  void namesAreThoseOfTheManualsAndEachStandsOnce() {
    assertThat(Normalisations.names())
        .doesNotHaveDuplicates()
        .contains("trim", "e164", "tolerance", "ignore");
  }

  @Test
  void sameParametersMakeEqualNormalisations() {
    assertThat(Catalogued.all())
        .allSatisfy(one ->
            assertThat(Normalisations.make(one.manual().name(), one.parameters()))
                .isEqualTo(new Made.Sound(one.normalisation())));
  }

  @ParameterizedTest
  @CsvSource({
    "truncate, day, truncate: day",
    "round, 2, round: 2",
    "e164, DE, e164: DE",
    "email, local, email: local",
    "ignore, a.b, ignore: [a.b]"
  })
  void nameIsAsWritten(String name, String parameter, String written) {
    assertThat(Normalisations.make(name, List.of(parameter)))
        .isInstanceOfSatisfying(
            Made.Sound.class, sound -> assertThat(sound.normalisation().name()).isEqualTo(written));
  }

  @Test
  void unknownNameIsRefusedWithTheNearest() {
    assertThat(refused("case-flod").fix()).contains("did you mean case-fold?");
    assertThat(refused("Trim").fix()).contains("did you mean trim?");
    assertThat(refused("rot13\n").what()).isEqualTo("'rot13?' is no known normalisation");
  }

  @Test
  void parameterThatIsMissingOrSuperfluousIsRefused() {
    assertThat(refused("truncate").what()).isEqualTo("truncate lacks its parameter");
    assertThat(refused("truncate").fix())
        .isEqualTo("write truncate: X, where X is one of ms, s, m, h, day");
    assertThat(refused("ignore").fix()).startsWith("write ignore: [X, …]");
    assertThat(refused("trim", "left").what()).isEqualTo("trim takes no parameter");
    assertThat(refused("round", "1", "2").what()).isEqualTo("round takes one parameter only");
  }

  @ParameterizedTest
  @CsvSource({
    "truncate, week", "truncate, MS", "round, -1", "round, 31", "round, 1.0", "e164, XX",
    "e164, de", "e164, 001", "email, domain", "ignore, a..b", "ignore, .", "ignore, ''",
    "tolerance, -0.1", "tolerance, 1000000000000000000000000000001", "tolerance, NaN",
        "tolerance, 1e31", "tolerance, 1e-31", "tolerance, x"
  })
  void wrongParameterIsRefusedByName(String name, String parameter) {
    assertThat(refused(name, parameter).what())
        .isEqualTo(name + " cannot take '" + parameter + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.01", "1", "1e-6", "0.010", "1000000000000000000000000000000"})
  void toleranceIsLeftToTheComparison(String written) {
    assertThat(Normalisations.make("tolerance", List.of(written)))
        .isInstanceOfSatisfying(
            Made.Tolerance.class,
            tolerance ->
                assertThat(tolerance.furthest()).isEqualByComparingTo(new BigDecimal(written)));
  }

  @Test
  void committedTableIsCurrent() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# Normalisations");
    lines.add("");
    lines.add(
        "What can stand in a rule's `normalise:` list. They are applied from left to right, before"
            + " values are compared. A kind of value that is not named stays as it is; where a list"
            + " is changed as other kinds are, its elements are. This file is written by a test.");
    lines.add("");
    lines.add("| written | changes | what it does | for example |");
    lines.add("|---|---|---|---|");
    Normalisations.manuals().forEach(manual -> lines.add(row(manual)));
    new CommittedTable(Path.of("reconcile-rules/normalisations.md"), "normalisations.write")
        .holds(lines);
  }

  private static String row(Manual manual) {
    String kinds =
        manual.kinds().isEmpty()
            ? "none"
            : String.join(", ", manual.kinds().stream().map(NormalisationsTest::kind).toList());
    String examples =
        String.join("<br>", manual.examples().stream().map(NormalisationsTest::shown).toList());
    return "| %s | %s | %s | %s |".formatted(written(manual), kinds, effect(manual), examples);
  }

  private static String written(Manual manual) {
    Parameter parameter = manual.parameter();
    String alone = "`" + manual.name() + "`";
    String with = "`" + manual.name() + (parameter.most() == 1 ? ": X`" : ": [X, …]`");
    if (parameter.most() == 0) {
      return alone;
    }
    return parameter.least() == 0 ? alone + ", " + with : with;
  }

  private static String effect(Manual manual) {
    return manual.parameter().most() == 0
        ? manual.effect()
        : manual.effect() + ". X is " + manual.parameter().words();
  }

  private static String kind(Class<?> kind) {
    return switch (kind.getSimpleName()) {
      case "Array" -> "list";
      case "LocalMoment" -> "local time";
      case "Time" -> "time of day";
      case "Decimal" -> "number";
      case String other -> other.toLowerCase(Locale.ROOT);
    };
  }

  private static String shown(Example example) {
    String with =
        example.parameters().isEmpty() ? "" : "`" + String.join(", ", example.parameters()) + "`: ";
    return with + ShownValue.of(example.before()) + " → " + ShownValue.of(example.after());
  }

  private static Made.Refused refused(String name, String... parameters) {
    return (Made.Refused) Normalisations.make(name, List.of(parameters));
  }
}
