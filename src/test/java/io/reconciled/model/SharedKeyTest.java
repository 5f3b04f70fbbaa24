package io.reconciled.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SharedKeyTest {

  @Property
  void textIsOrderedAsItsUtf8BytesAre(@ForAll("texts") String left, @ForAll("texts") String right) {
    int bytes =
        Arrays.compareUnsigned(
            left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    assertThat(Integer.signum(SharedKey.of(left).compareTo(SharedKey.of(right))))
        .isEqualTo(Integer.signum(bytes));
  }

  @Property
  void integersAreOrderedByValue(@ForAll long left, @ForAll long right) {
    assertThat(SharedKey.of(left).compareTo(SharedKey.of(right)))
        .isEqualTo(Long.compare(left, right));
  }

  @Property
  void uuidsAreOrderedAsTheirTextIs(
      @ForAll long a, @ForAll long b, @ForAll long c, @ForAll long d) {
    UUID left = new UUID(a, b);
    UUID right = new UUID(c, d);
    assertThat(Integer.signum(SharedKey.of(left).compareTo(SharedKey.of(right))))
        .isEqualTo(Integer.signum(left.toString().compareTo(right.toString())));
  }

  @Property
  void keyIsReadBackAsItWasWritten(@ForAll long number, @ForAll("texts") String text) {
    SharedKey uuid = SharedKey.of(new UUID(number, ~number));
    assertThat(KeyType.INTEGER.parse(Long.toString(number))).contains(SharedKey.of(number));
    assertThat(KeyType.TEXT.parse(text)).contains(SharedKey.of(text));
    assertThat(KeyType.UUID.parse(uuid.toString())).contains(uuid);
  }

  /** Sound text that shares prefixes and crosses the surrogates' borders. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "a",
            "b",
            "é",
            "\u07FF",
            "\uD7FF",
            "\uE000",
            "\uFFFD",
            "\uD800\uDC00",
            "\uD83D\uDE00",
            "\uDBFF\uDFFF")
        .list()
        .ofMaxSize(6)
        .map(points -> String.join("", points));
  }
}
