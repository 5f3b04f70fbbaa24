package io.reconciled.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

/** Equal numbers are equal values, whatever kind of column held them. */
class ValueTest {

  @Property
  void wholeNumberIsOneValueHoweverItIsHeld(
      @ForAll long number, @ForAll @IntRange(max = 9) int scale) {
    Value whole = Value.number(number);
    assertThat(Value.number(BigInteger.valueOf(number))).isEqualTo(whole);
    assertThat(Value.number(BigDecimal.valueOf(number).setScale(scale))).isEqualTo(whole);
  }

  @Property
  void numberBeyond64BitsIsOneValueHoweverItIsHeld(
      @ForAll @BigRange(min = "-1e40", max = "1e40") BigInteger number,
      @ForAll @IntRange(max = 9) int zeros) {
    BigInteger scaled = number.multiply(BigInteger.TEN.pow(zeros));
    assertThat(Value.number(new BigDecimal(scaled)))
        .isEqualTo(Value.number(scaled))
        .isEqualTo(Value.number(new BigDecimal(number).scaleByPowerOfTen(zeros)))
        .hasSameHashCodeAs(Value.number(scaled));
  }

  @Property
  void equalDecimalsAreEqualValues(
      @ForAll @Scale(12) BigDecimal left, @ForAll @Scale(12) BigDecimal right) {
    assertThat(Value.number(left).equals(Value.number(right)))
        .isEqualTo(left.compareTo(right) == 0);
    assertThat(Value.number(left.setScale(20))).isEqualTo(Value.number(left));
  }

  @Property
  void doubleIsTheNumberThatItHolds(@ForAll double number) {
    assertThat(Value.number(number)).isEqualTo(Value.number(new BigDecimal(number)));
  }

  @Test
  void zeroHasNoSignAndOneHalfStaysOneHalf() {
    assertThat(Value.number(-0.0)).isEqualTo(Value.number(0));
    assertThat(Value.number(new BigDecimal("0.000"))).isEqualTo(Value.number(0));
    assertThat(Value.number(0.5)).isEqualTo(Value.number(new BigDecimal("0.50")));
  }

  @Test
  void whatIsNotFiniteIsAValueOfItsOwn() {
    assertThat(Value.number(Double.NaN)).isEqualTo(Value.number(Double.NaN));
    assertThat(Value.number(Double.POSITIVE_INFINITY))
        .isNotEqualTo(Value.number(Double.NEGATIVE_INFINITY));
  }

  @Test
  void edgesOf64BitsAreWhole() {
    assertThat(Value.number(new BigDecimal(Long.MIN_VALUE)))
        .isEqualTo(new Value.Whole(Long.MIN_VALUE));
    assertThat(Value.number(BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.ONE)))
        .isInstanceOf(Value.Decimal.class);
  }

  @Test
  void numberOfAbsurdSizeIsUnmappedAndTakesNoMemory() {
    Value tooLarge = new Value.Unmapped("number too large");
    assertThat(Value.number(new BigDecimal("1e2147483647"))).isEqualTo(tooLarge);
    assertThat(Value.number(new BigDecimal("1000e2147483647"))).isEqualTo(tooLarge);
    assertThat(Value.number(new BigDecimal("-1e-2147483647"))).isEqualTo(tooLarge);
    assertThat(Value.number(new BigDecimal("1e" + (Value.MOST_DIGITS - 1))))
        .isInstanceOf(Value.Decimal.class);
    assertThat(Value.number(new BigDecimal("0e2147483647"))).isEqualTo(Value.number(0));
  }

  @Test
  void whatHoldsSomethingUnmappedIsUnmappedItself() {
    Value unmapped = new Value.Unmapped("polygon");
    assertThat(Value.isMapped(Value.NULL)).isTrue();
    assertThat(Value.isMapped(unmapped)).isFalse();
    assertThat(Value.isMapped(new Value.Array(List.of(new Value.Array(List.of(unmapped))))))
        .isFalse();
    assertThat(Value.isMapped(new Value.Document(new TreeMap<>(Map.of("a", unmapped))))).isFalse();
  }
}
