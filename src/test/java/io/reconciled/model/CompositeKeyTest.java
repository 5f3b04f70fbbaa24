package io.reconciled.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CompositeKeyTest {
  private static final CompositeShape SHAPE =
      new CompositeShape(List.of(KeyType.TEXT, KeyType.INTEGER, KeyType.TEXT, KeyType.UUID));

  @Property
  void aKeyIsReadBackAsItWasWritten(@ForAll("keys") SharedKey key) {
    assertThat(SHAPE.parse(key.toString())).contains(key);
  }

  @Property
  void unlikeKeysHaveUnlikeTexts(@ForAll("keys") SharedKey one, @ForAll("keys") SharedKey other) {
    assertThat(one.toString().equals(other.toString())).isEqualTo(one.equals(other));
  }

  @Property
  void theOrderIsTotal(
      @ForAll("keys") SharedKey a, @ForAll("keys") SharedKey b, @ForAll("keys") SharedKey c) {
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
    assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
    List<SharedKey> sorted = Stream.of(a, b, c).sorted().toList();
    assertThat(sorted.getFirst()).isLessThanOrEqualTo(sorted.getLast());
  }

  @Property
  void anyTextIsAKeyThatPrintsAsThatTextOrNone(@ForAll("texts") String text) {
    CompositeShape texts = new CompositeShape(List.of(KeyType.TEXT, KeyType.TEXT));
    assertThat(texts.parse(text).map(SharedKey::toString).orElse(text)).isEqualTo(text);
  }

  @Example
  void anEarlierPartDecides() {
    assertThat(key("a", 2, "z")).isLessThan(key("a", 10, "a")).isLessThan(key("b", -1, ""));
  }

  @Example
  void aKeyHasAValueOfTheRightTypeForEachPart() {
    Value tenant = Value.text("a");
    CompositeShape shape = new CompositeShape(List.of(KeyType.TEXT, KeyType.INTEGER));

    assertThat(shape.keyOf(List.of(tenant, Value.number(1))).map(SharedKey::toString))
        .contains("a,1");
    assertThat(shape.keyOf(List.of(tenant))).isEmpty();
    assertThat(shape.keyOf(List.of(tenant, Value.NULL))).isEmpty();
    assertThat(shape.keyOf(List.of(tenant, Value.text("1")))).isEmpty();
    assertThat(shape.parse("a,1,2")).isEmpty();
    assertThat(shape.parse("a~2,1")).isEmpty();
  }

  private static SharedKey key(String first, long second, String third) {
    return new SharedKey.Composite(
        List.of(
            new SharedKey.TextKey(first),
            new SharedKey.IntegerKey(second),
            new SharedKey.TextKey(third),
            new SharedKey.UuidKey(new UUID(second, 0))));
  }

  @Provide
  Arbitrary<SharedKey> keys() {
    return Combinators.combine(texts(), Arbitraries.longs().between(-2, 2), texts())
        .as(CompositeKeyTest::key);
  }

  /** What separates and escapes, above all. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(",", "~", "0", "1", "a", "語")
        .list()
        .ofMaxSize(4)
        .map(parts -> String.join("", parts));
  }
}
