package io.reconciled.model.encoded;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.CompositeShape;
import io.reconciled.model.Image;
import io.reconciled.model.KeyShape;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import io.reconciled.rules.AnyValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Bytes stand for keys and values: what they decode to, and when they are equal. */
class EncodedTest {
  private static final KeyShape COMPOSITE =
      new CompositeShape(List.of(KeyType.TEXT, KeyType.INTEGER));

  @Provide
  Arbitrary<Value> values() {
    return AnyValue.any();
  }

  @Provide
  Arbitrary<SharedKey> integers() {
    return Arbitraries.longs().map(SharedKey::of);
  }

  @Provide
  Arbitrary<SharedKey> texts() {
    return text().map(SharedKey::of);
  }

  @Provide
  Arbitrary<SharedKey> uuids() {
    return Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
        .as((high, low) -> SharedKey.of(new UUID(high, low)));
  }

  @Provide
  Arbitrary<SharedKey> composites() {
    return Combinators.combine(text(), Arbitraries.longs())
        .as((text, number) ->
            new SharedKey.Composite(
                List.of(new SharedKey.TextKey(text), new SharedKey.IntegerKey(number))));
  }

  /** Few letters, so that texts begin alike; with a zero, lone surrogates and rare planes. */
  private static Arbitrary<String> text() {
    return Arbitraries.of("a", "b", "\0", "é", "\uFFFD", "\uD800", "\uDC00", "\uD83D\uDE00")
        .list()
        .ofMaxSize(4)
        .map(letters -> String.join("", letters));
  }

  @Property(tries = 10_000)
  void aValueComesBackAsItWas(@ForAll @From("values") Value value) {
    byte[] bytes = ValueBytes.of(value);

    assertThat(ValueBytes.decode(bytes, 0, bytes.length)).isEqualTo(value);
  }

  @Property(tries = 10_000)
  void equalBytesAreEqualValues(
      @ForAll @From("values") Value one, @ForAll @From("values") Value other) {
    assertThat(Arrays.equals(ValueBytes.of(one), ValueBytes.of(other)))
        .isEqualTo(one.equals(other));
  }

  @Property
  void integersKeepTheirOrder(
      @ForAll @From("integers") SharedKey one, @ForAll @From("integers") SharedKey other) {
    isKept(one, other, KeyType.INTEGER);
  }

  @Property
  void textsKeepTheirOrder(
      @ForAll @From("texts") SharedKey one, @ForAll @From("texts") SharedKey other) {
    isKept(one, other, KeyType.TEXT);
  }

  @Property
  void uuidsKeepTheirOrder(
      @ForAll @From("uuids") SharedKey one, @ForAll @From("uuids") SharedKey other) {
    isKept(one, other, KeyType.UUID);
  }

  @Property
  void keysOfSeveralPartsKeepTheirOrder(
      @ForAll @From("composites") SharedKey one, @ForAll @From("composites") SharedKey other) {
    isKept(one, other, COMPOSITE);
  }

  private static void isKept(SharedKey one, SharedKey other, KeyShape shape) {
    byte[] bytes = KeyBytes.of(one);

    assertThat(KeyBytes.decode(shape, bytes, 0, bytes.length)).isEqualTo(one);
    assertThat(Integer.signum(Arrays.compareUnsigned(bytes, KeyBytes.of(other))))
        .isEqualTo(Integer.signum(one.compareTo(other)));
  }

  @Example
  void aBlockHasItsRowsInOrderAndCountsThoseWithoutAKey() {
    RowWriter writer = new RowWriter(List.of("name", "state"));
    writer.row(SharedKey.of(1), new Image.Present(Map.of("name", Value.text("Ada"))));
    writer.sink().put(ValueTag.NULL);
    writer.keyless("null key");
    writer.row(
        SharedKey.of(2), new Image.Present(Map.of("name", Value.NULL, "state", Value.text(""))));

    RowBlock block = writer.take();

    assertThat(block.rows()).isEqualTo(2);
    assertThat(block.keyless()).containsExactly(Map.entry("null key", 1L));
    assertThat(block.key(1, KeyType.INTEGER)).isEqualTo(SharedKey.of(2));
    assertThat(block.image(0)).isEqualTo(new Image.Present(Map.of("name", Value.text("Ada"))));
    assertThat(block.image(1))
        .isEqualTo(new Image.Present(Map.of("name", Value.NULL, "state", Value.text(""))));
    assertThat(writer.isEmpty()).isTrue();
  }
}
