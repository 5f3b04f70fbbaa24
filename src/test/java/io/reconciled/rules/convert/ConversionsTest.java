package io.reconciled.rules.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Value;
import io.reconciled.rules.AnyValue;
import io.reconciled.rules.CommittedTable;
import io.reconciled.rules.ShownValue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bson.UuidRepresentation;
import org.bson.internal.UuidHelper;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every conversion says what a stored value means, or by name that it cannot mean it. */
class ConversionsTest {

  @Property(tries = 10_000)
  void isDefinedForEveryValue(
      @ForAll("catalogue") Conversion conversion, @ForAll("values") Value value) {
    Value meant = conversion.apply(value);
    switch (value) {
      case Value.Null none -> assertThat(meant).isEqualTo(none);
      case Value.Unmapped unmapped -> assertThat(meant).isEqualTo(unmapped);
      default -> assertThat(meant).isNotInstanceOf(Value.Null.class);
    }
  }

  @Property
  void uuidReadsWhatItsTextFormsSay(@ForAll("uuids") UUID uuid) {
    String digits = uuid.toString().replace("-", "");
    Value meant = new Value.Uuid(uuid);
    assertThat(as("uuid", new Value.Bytes(digits))).isEqualTo(meant);
    assertThat(
            Stream.of("%s", "{%s}", "urn:uuid:%s", "URN:UUID:%S")
                .map(form -> as("uuid", Value.text(form.formatted(uuid)))))
        .allMatch(meant::equals);
    assertThat(as("uuid", Value.text(digits))).isEqualTo(meant);
    assertThat(as("text", meant)).isEqualTo(Value.text(uuid.toString()));
  }

  @Property
  void legacyOrdersAreThoseOfTheDriver(@ForAll("uuids") UUID uuid) {
    Value meant = new Value.Uuid(uuid);
    byte[] java = UuidHelper.encodeUuidToBinary(uuid, UuidRepresentation.JAVA_LEGACY);
    byte[] csharp = UuidHelper.encodeUuidToBinary(uuid, UuidRepresentation.C_SHARP_LEGACY);
    assertThat(as("uuid-legacy-java", Value.bytes(java))).isEqualTo(meant);
    assertThat(as("uuid-legacy-csharp", Value.bytes(csharp))).isEqualTo(meant);
  }

  @Test
  void swappedTimeIsThatOfMySql() {
    assertThat(as("uuid-time-swapped", new Value.Bytes("1026baba6ccd780c95645b8c656024db")))
        .isEqualTo(new Value.Uuid(UUID.fromString("6ccd780c-baba-1026-9564-5b8c656024db")));
  }

  @Property
  void textAndIntegerAreEachOthersInverse(@ForAll long number) {
    assertThat(as("integer", as("text", Value.number(number)))).isEqualTo(Value.number(number));
  }

  @TestFactory
  Stream<DynamicTest> documentedExampleIsWhatItDoes() {
    return Conversions.names().stream()
        .flatMap(name ->
            manual("as: " + name).examples().stream()
                .map(example ->
                    DynamicTest.dynamicTest(
                        name + " of " + ShownValue.of(example.stored()),
                        () -> assertThat(as(name, example.stored())).isEqualTo(example.meant()))));
  }

  @Test
  void namesAreFoundAndOthersAreNot() {
    assertThat(Conversions.names())
        .doesNotHaveDuplicates()
        .allMatch(name -> Conversions.named(name).orElseThrow().name().equals(name));
    assertThat(Conversions.named("UUID")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00112233-4455-6677-8899-aabbccddeef",
        "{00112233-4455-6677-8899-aabbccddeeff",
        " 00112233-4455-6677-8899-aabbccddeeff",
        "0011-22334455-6677-8899-aabbccddeeff",
        "00112233_4455_6677_8899_aabbccddeeff",
        "urn:uuid:00112233445566778899aabbccddeeff"
      })
  void otherTextIsNoUuid(String text) {
    assertThat(as("uuid", Value.text(text))).isEqualTo(new Value.Unmapped("text that is no UUID"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"uuid", "uuid-legacy-java", "uuid-legacy-csharp", "uuid-time-swapped"})
  void uuidStaysAndBytesOfAnotherLengthAreNone(String name) {
    Value uuid = new Value.Uuid(new UUID(1, 2));
    assertThat(as(name, uuid)).isEqualTo(uuid);
    assertThat(as(name, new Value.Bytes("00".repeat(12))))
        .isEqualTo(new Value.Unmapped("byte string that is no UUID"));
  }

  @ParameterizedTest
  @CsvSource({
    "9223372036854775808, true",
    "-0, true",
    "00, true",
    "1.5, false",
    "+1, false",
    "'', false",
    "-, false",
    "٣, false",
    "1e3, false"
  })
  void textOfDigitsIsAnInteger(String text, boolean integer) {
    assertThat(!(as("integer", Value.text(text)) instanceof Value.Unmapped)).isEqualTo(integer);
  }

  @Test
  void numberWithAFractionIsNoInteger() {
    assertThat(as("integer", Value.number(1.5)))
        .isEqualTo(new Value.Unmapped("number that is no integer"));
    assertThat(as("integer", Value.number(1e30))).isEqualTo(Value.number(1e30));
  }

  @Test
  void dateIsMidnightAndNothingElse() {
    Value date = new Value.Date(LocalDate.parse("2024-02-29"));
    LocalDateTime midnight = LocalDateTime.parse("2024-02-29T00:00");
    assertThat(as("date", new Value.LocalMoment(midnight, 6))).isEqualTo(date);
    assertThat(as("date", new Value.LocalMoment(midnight.plusNanos(1), 6)))
        .isEqualTo(new Value.Unmapped("local time that is no date"));
    assertThat(as("date", new Value.Moment(Instant.MAX, 0)))
        .isEqualTo(new Value.Unmapped("moment that is no date"));
  }

  @Test
  void committedTableIsCurrent() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# Conversions");
    lines.add("");
    lines.add(
        "What can stand beside an attribute's column, to say what its stored values mean. What cannot"
            + " mean that is unverified, by name; a null stays a null, and what already is of the"
            + " kind that is made stays too, but for `hex`. This file is written by a test.");
    lines.add("");
    lines.add("| written | what it means | for example |");
    lines.add("|---|---|---|");
    Conversions.manuals().forEach(manual -> lines.add(row(manual)));
    new CommittedTable(Path.of("reconcile-rules/conversions.md"), "conversions.write").holds(lines);
  }

  private static String row(Manual manual) {
    List<String> examples =
        manual.examples().stream()
            .map(one -> ShownValue.of(one.stored()) + " → " + ShownValue.of(one.meant()))
            .toList();
    return "| `%s` | %s | %s |"
        .formatted(manual.name(), manual.effect(), String.join("<br>", examples));
  }

  private static Manual manual(String name) {
    return Conversions.manuals().stream()
        .filter(manual -> manual.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Value as(String name, Value stored) {
    return Conversions.named(name).orElseThrow().apply(stored);
  }

  @Provide
  Arbitrary<Conversion> catalogue() {
    return Arbitraries.of(
        Conversions.names().stream().map(name -> Conversions.named(name).orElseThrow()).toList());
  }

  @Provide
  Arbitrary<Value> values() {
    return AnyValue.any();
  }

  @Provide
  Arbitrary<UUID> uuids() {
    return Arbitraries.longs().tuple2().map(halves -> new UUID(halves.get1(), halves.get2()));
  }
}
