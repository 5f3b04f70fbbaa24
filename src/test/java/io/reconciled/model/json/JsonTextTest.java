package io.reconciled.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.reconciled.model.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonTextTest {
  private static final int CASES = 10_000;

  @Property(tries = CASES, edgeCases = EdgeCasesMode.NONE)
  void whatIsWrittenIsReadAsTheSameValue(@ForAll("values") Value value) {
    assertThat(JsonText.read(JsonText.write(value))).isEqualTo(value);
  }

  @Property(tries = CASES, edgeCases = EdgeCasesMode.NONE)
  void anyTextIsReadWithoutAnException(@ForAll("texts") String text) {
    assertThat(JsonText.read(text)).isNotNull();
  }

  @Property(tries = CASES, edgeCases = EdgeCasesMode.NONE)
  void numberIsItsExactValueHoweverItIsWritten(@ForAll("numbers") BigDecimal number) {
    Value read = JsonText.read(number.toString());
    assertThat(read).isEqualTo(Value.number(number));
    assertThat(JsonText.read(number.toPlainString())).isEqualTo(read);
    assertThat(JsonText.read(number.scaleByPowerOfTen(3).toPlainString() + "e-3")).isEqualTo(read);
  }

  @Property(tries = CASES, edgeCases = EdgeCasesMode.NONE)
  void orderOfNamesIsNoData(@ForAll("names") List<String> names) {
    List<String> distinct = names.stream().distinct().toList();
    assertThat(JsonText.read(object(distinct.reversed())))
        .isEqualTo(JsonText.read(object(distinct)));
  }

  private static String object(List<String> names) {
    StringBuilder text = new StringBuilder("{");
    for (String name : names) {
      text.append(text.length() == 1 ? "" : ",").append(JsonText.write(Value.text(name)));
      text.append(':').append(name.length());
    }
    return text.append('}').toString();
  }

  @Test
  void duplicateNameMakesAllOfTheTextUnmapped() {
    Value duplicate = new Value.Unmapped("json with a duplicate key");
    assertThat(JsonText.read("{\"a\":1,\"a\":1}")).isEqualTo(duplicate);
    assertThat(JsonText.read("{\"a\":1,\"\\u0061\":2}")).isEqualTo(duplicate);
    assertThat(JsonText.read("[{\"b\":{\"a\":1,\"a\":1},\"c\":1}]")).isEqualTo(duplicate);
    assertThat(JsonText.read("[{\"a\":1},{\"a\":1}]")).isInstanceOf(Value.Array.class);
  }

  @Test
  void nullOnItsOwnIsAValueAndWithinADocumentIsNull() {
    assertThat(JsonText.read(" null ")).isEqualTo(Value.JSON_NULL);
    assertThat(JsonText.read("[null]")).isEqualTo(new Value.Array(List.of(Value.NULL)));
  }

  @Test
  void absurdTextCostsNoMemory() {
    Value tooLarge = new Value.Unmapped("json number too large");
    Value unbounded = new Value.Unmapped("json too large or too deep");
    assertThat(JsonText.read("1e999999999")).isEqualTo(tooLarge);
    assertThat(JsonText.read("-1E-999999999")).isEqualTo(tooLarge);
    assertThat(JsonText.read("1e99999999999999999999")).isEqualTo(tooLarge);
    assertThat(JsonText.read("1000e2147483647")).isEqualTo(tooLarge);
    assertThat(JsonText.read("0e999999999")).isEqualTo(Value.number(0));
    assertThat(JsonText.read("9".repeat(1_000_000))).isEqualTo(unbounded);
    assertThat(JsonText.read("[".repeat(100_000))).isEqualTo(unbounded);
  }

  @Test
  void whatIsNoJsonIsMalformed() {
    for (String text : List.of("", " ", "nul", "{", "[1,]", "1 2", "'a'", "NaN", "01", "\"\n\"")) {
      assertThat(JsonText.read(text)).as(text).isEqualTo(new Value.Unmapped("malformed json"));
    }
  }

  @Test
  void valueThatJsonHasNoFormForIsRefusedByItsType() {
    Value date = new Value.Date(LocalDate.EPOCH);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonText.write(new Value.Array(List.of(date))))
        .withMessageContaining("date");
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> tokens =
        Arbitraries.of(
                "{",
                "}",
                "[",
                "]",
                ",",
                ":",
                "\"",
                "\\",
                "\\u",
                "\"a\"",
                "0",
                "1",
                "-",
                ".",
                "e9",
                "E-",
                "999999999",
                "true",
                "null",
                "\ud800",
                "\u0000",
                " ")
            .list()
            .ofMaxSize(30)
            .map(some -> String.join("", some));
    return Arbitraries.oneOf(strings(), tokens, values().map(JsonText::write));
  }

  @Provide
  Arbitrary<BigDecimal> numbers() {
    return decimals();
  }

  @Provide
  Arbitrary<List<String>> names() {
    return strings().list().ofMaxSize(6);
  }

  /** Of any characters, and often of those that JSON must escape. */
  private static Arbitrary<String> strings() {
    Arbitrary<Character> escaped =
        Arbitraries.of('"', '\\', '/', '\n', '\0', '\u007f', '\u2028', '\ud83d', '\ude00');
    return Arbitraries.oneOf(
        Arbitraries.chars().all().list().ofMaxSize(8).map(JsonTextTest::text),
        escaped.list().ofMaxSize(4).map(JsonTextTest::text));
  }

  private static String text(List<Character> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(text::append);
    return text.toString();
  }

  /** Among them the edges of 64 bits, and exponents on both sides of what is written out. */
  private static Arbitrary<BigDecimal> decimals() {
    Arbitrary<Long> digits =
        Arbitraries.oneOf(
            Arbitraries.longs(), Arbitraries.of(0L, 1L, -1L, Long.MIN_VALUE, Long.MAX_VALUE));
    return Combinators.combine(digits, Arbitraries.integers().between(-40, 40))
        .as(BigDecimal::valueOf);
  }

  @Provide
  Arbitrary<Value> values() {
    return nested(3);
  }

  private static Arbitrary<Value> nested(int depth) {
    Arbitrary<Value> scalars =
        Arbitraries.oneOf(
            strings().map(Value::text),
            decimals().map(Value::number),
            Arbitraries.doubles().map(Value::number),
            Arbitraries.of(true, false).map(Value.Bool::new));
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<Value> inner = Arbitraries.oneOf(nested(depth - 1), Arbitraries.just(Value.NULL));
    return Arbitraries.oneOf(
        scalars,
        inner.list().ofMaxSize(4).map(Value.Array::new),
        Arbitraries.maps(strings(), inner)
            .ofMaxSize(4)
            .map((Map<String, Value> fields) -> new Value.Document(new TreeMap<>(fields))));
  }
}
