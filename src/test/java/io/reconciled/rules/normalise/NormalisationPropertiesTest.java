package io.reconciled.rules.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Value;
import io.reconciled.rules.AnyValue;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every normalisation in the catalogue, on any value of any kind. */
class NormalisationPropertiesTest {

  @Property(tries = 10_000)
  void isDefinedForEveryValueAndIdempotent(
      @ForAll("catalogue") Catalogued one, @ForAll("values") Optional<Value> value) {
    Optional<Value> once = one.normalisation().apply(value);
    assertThat(one.normalisation().apply(once)).isEqualTo(once);
  }

  @Property(tries = 10_000)
  void isDefinedForEveryTextAndIdempotent(
      @ForAll("catalogue") Catalogued one, @ForAll("texts") String text) {
    Optional<Value> once = one.normalisation().apply(Optional.of(Value.text(text)));
    assertThat(one.normalisation().apply(once)).isEqualTo(once);
  }

  @Property
  void kindsThatItDoesNotSpeakOfStay(
      @ForAll("catalogue") Catalogued one, @ForAll("values") Optional<Value> value) {
    Assume.that(value.map(Value::getClass).filter(one.manual().kinds()::contains).isEmpty());
    assertThat(one.normalisation().apply(value)).isEqualTo(value);
  }

  @Property
  void pipelineIsItsStepsInTurnAndItsTraceLeadsFromValueToResult(
      @ForAll("catalogue") Catalogued first,
      @ForAll("catalogue") Catalogued second,
      @ForAll("values") Optional<Value> value) {
    Pipeline pipeline = new Pipeline(List.of(first.normalisation(), second.normalisation()));
    Optional<Value> result = second.normalisation().apply(first.normalisation().apply(value));
    assertThat(pipeline.apply(value)).isEqualTo(result);
    Optional<Value> reached = value;
    for (Pipeline.Change change : pipeline.trace(value)) {
      assertThat(change.before()).isEqualTo(reached).isNotEqualTo(change.after());
      reached = change.after();
    }
    assertThat(reached).isEqualTo(result);
  }

  @Property
  void orderOfElementsIsTotal(
      @ForAll("any") Value a, @ForAll("any") Value b, @ForAll("any") Value c) {
    assertThat(ValueOrder.TOTAL.compare(a, b) == 0).isEqualTo(a.equals(b));
    assertThat(Integer.signum(ValueOrder.TOTAL.compare(a, b)))
        .isEqualTo(-Integer.signum(ValueOrder.TOTAL.compare(b, a)));
    if (ValueOrder.TOTAL.compare(a, b) <= 0 && ValueOrder.TOTAL.compare(b, c) <= 0) {
      assertThat(ValueOrder.TOTAL.compare(a, c)).isNotPositive();
    }
  }

  @Provide
  Arbitrary<Catalogued> catalogue() {
    return Arbitraries.of(Catalogued.all());
  }

  @Provide
  Arbitrary<Optional<Value>> values() {
    return AnyValue.any().optional(0.98);
  }

  @Provide
  Arbitrary<Value> any() {
    return AnyValue.any();
  }

  @Provide
  Arbitrary<String> texts() {
    return AnyValue.text();
  }
}
