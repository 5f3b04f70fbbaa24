package io.reconciled.model.encoded;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.CompositeShape;
import io.reconciled.model.KeyShape;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoredKey;
import io.reconciled.model.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is encoded without a value has the bytes of the value that it would have been. */
class ShortWaysTest {
  @Provide
  Arbitrary<Long> unscaled() {
    return Arbitraries.oneOf(
        Arbitraries.longs(),
        Arbitraries.longs().between(-1_000, 1_000),
        Arbitraries.longs().between(-1_000, 1_000).map(number -> number * 1_000_000),
        Arbitraries.of(Long.MIN_VALUE, Long.MAX_VALUE, 127L, 128L, -128L, -129L, 32_768L));
  }

  @Property(tries = 10_000)
  void aDecimal(@ForAll @From("unscaled") long unscaled, @ForAll @IntRange(max = 40) int scale) {
    ByteSink sink = new ByteSink(0);
    ValueBytes.putNumber(unscaled, scale, sink);

    isAs(sink, Value.number(BigDecimal.valueOf(unscaled, scale)));
  }

  @Provide
  Arbitrary<Double> doubles() {
    return Arbitraries.oneOf(
        Arbitraries.longs().map(Double::longBitsToDouble),
        Arbitraries.longs().map(number -> (double) number),
        Arbitraries.integers().between(-1_000, 1_000).map(number -> number / 8.0),
        Arbitraries.of(-0.0, 0x1p63, -0x1p63, 0x1p62, 0x1p53, Double.MIN_VALUE, Double.MAX_VALUE));
  }

  @Property(tries = 10_000)
  void aDouble(@ForAll @From("doubles") double number) {
    ByteSink sink = new ByteSink(0);
    ValueBytes.putNumber(number, sink);

    isAs(sink, Value.number(number));
  }

  @Property
  void textOfAnyBytes(@ForAll @Size(max = 20) byte[] bytes) {
    textIsAsAString(bytes);
  }

  @Property
  void textOfAnyCharacters(@ForAll String text) {
    textIsAsAString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Example
  void textThatIsNoUtf8() {
    // Halves of a surrogate pair, a byte too few, a byte too many, and a form that is too long.
    textIsAsAString(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80, 'a'});
    textIsAsAString(new byte[] {'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', (byte) 0xC3});
    textIsAsAString(new byte[] {'a', (byte) 0xA9});
    textIsAsAString(new byte[] {(byte) 0xC0, (byte) 0x80});
  }

  private void textIsAsAString(byte[] bytes) {
    ByteSink text = new ByteSink(0);
    ValueBytes.putText(bytes, 0, bytes.length, text);

    assertThat(text.toArray())
        .isEqualTo(ValueBytes.of(Value.text(new String(bytes, StandardCharsets.UTF_8))));
  }

  @Property
  void aUuid(@ForAll long high, @ForAll long low) {
    ByteSink sink = new ByteSink(0);
    ByteSink bytes = new ByteSink(0);
    bytes.putLong(high);
    bytes.putLong(low);
    ValueBytes.putUuid(bytes.toArray(), 0, sink);

    isAs(sink, new Value.Uuid(new UUID(high, low)));
  }

  @Property
  void bytes(@ForAll @Size(max = 20) byte[] bytes) {
    ByteSink sink = new ByteSink(0);
    ValueBytes.putBytes(bytes, 0, bytes.length, sink);

    isAs(sink, Value.bytes(bytes));
  }

  private static void isAs(ByteSink sink, Value value) {
    assertThat(sink.toArray()).isEqualTo(ValueBytes.of(value));
  }

  @Provide
  Arbitrary<KeyShape> shapes() {
    Arbitrary<KeyType> type = Arbitraries.of(KeyType.class);
    return Arbitraries.oneOf(
        type.map(single -> single),
        type.list().ofMinSize(2).ofMaxSize(3).map(types -> new CompositeShape(types)));
  }

  @Provide
  Arbitrary<List<Value>> parts() {
    return part().list().ofSize(3);
  }

  private static Arbitrary<Value> part() {
    return Arbitraries.oneOf(
        Arbitraries.longs().map(Value::number),
        Arbitraries.of("a", "\0", "é", "\uD800", "")
            .list()
            .ofMaxSize(3)
            .map(text -> Value.text(String.join("", text))),
        Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
            .as((high, low) -> new Value.Uuid(new UUID(high, low))),
        Arbitraries.of(
            Value.NULL,
            Value.number(0.5),
            new Value.Unmapped("point"),
            Value.text("-12"),
            Value.text("012"),
            Value.text("F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6"),
            Value.bytes(new byte[16]),
            Value.bytes(new byte[15])));
  }

  @Property(tries = 5_000)
  void aKeyIsMadeOfTheValuesOfItsParts(
      @ForAll @From("shapes") KeyShape shape, @ForAll @From("parts") List<Value> drawn) {
    List<Value> values = drawn.subList(0, shape.parts().size());
    ByteSink sink = new ByteSink(0);
    KeyParts parts = new KeyParts(shape);
    // What an earlier row left behind does not count.
    put(drawn.reversed().subList(0, values.size()), parts);

    put(values, parts);
    boolean made = parts.put(sink);

    Optional<SharedKey> key = StoredKey.keyOf(shape, values);
    assertThat(made).isEqualTo(key.isPresent());
    assertThat(sink.toArray()).isEqualTo(key.map(KeyBytes::of).orElse(new byte[0]));
    assertThat(parts.values()).isEqualTo(values);
  }

  private static void put(List<Value> values, KeyParts parts) {
    parts.clear();
    for (Value value : values) {
      ValueBytes.put(value, parts.sink());
      parts.endPart();
    }
  }
}
