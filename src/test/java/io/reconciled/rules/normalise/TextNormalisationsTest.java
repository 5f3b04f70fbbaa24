package io.reconciled.rules.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that mean the same become the same, and others do not. */
class TextNormalisationsTest {

  @Test
  void blanksAreUnicodesWhiteSpace() {
    Predicate<String> isWhite = Pattern.compile("\\p{IsWhite_Space}").asMatchPredicate();
    assertThat(
            points()
                .filter(point -> Blanks.isBlank(point) != isWhite.test(Character.toString(point))))
        .isEmpty();
  }

  @Test
  void trimLeavesBlanksWithinAndInvisibleLetters() {
    assertThat(after("trim", "\u3000a b\u2028\n")).isEqualTo("a b");
    assertThat(after("trim", "\u200ba\ufeff")).isEqualTo("\u200ba\ufeff");
    assertThat(after("trim", " \t ")).isEmpty();
  }

  @Test
  void foldedLetterIsFolded() {
    assertThat(letters().map(CaseFold::fold).filter(folded -> !isAlike(folded, folded))).isEmpty();
  }

  @Test
  void letterThatDiffersInCaseOnlyFoldsAlike() {
    assertThat(
            letters()
                .filter(letter -> !letter.equals("ı"))
                .filter(letter ->
                    !isAlike(CaseFold.fold(letter), letter.toUpperCase(Locale.ROOT))
                        || !isAlike(CaseFold.fold(letter), letter.toLowerCase(Locale.ROOT))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ΜΆΪΟΣ, μάϊος",
    "ΣΑΣ, σας",
    "STRASSE, straße",
    "STRAẞE, straße",
    "ﬃ, FFI",
    "K, k",
    "ŉ, ʼN",
    "ᏸ, Ᏸ",
    "ꭰ, Ꭰ"
  })
  void caseFoldMakesThemAlike(String one, String other) {
    assertThat(after("case-fold", one)).isEqualTo(after("case-fold", other));
  }

  @ParameterizedTest
  @CsvSource({"ı, i", "ı, I", "İ, i", "é, e", "ö, oe"})
  void caseFoldKeepsThemApart(String one, String other) {
    assertThat(after("case-fold", one)).isNotEqualTo(after("case-fold", other));
  }

  @Test
  void composedLettersAreAlikeAndCompatibleOnesUnderNfkcOnly() {
    assertThat(after("nfc", "e\u0301")).isEqualTo("é");
    assertThat(after("nfc", "ﬁ")).isEqualTo("ﬁ");
    assertThat(after("nfkc", "ﬁ")).isEqualTo("fi");
    assertThat(after("nfc", "\ud800")).isEqualTo("\ud800");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "030 90182010",
        "+49 30 90182010",
        "0049 (0)30/901820-10",
        "+49.30.90182010",
        "493090182010"
      })
  void telephoneNumberIsOneHoweverItIsWritten(String written) {
    assertThat(after("e164", written, "DE")).isEqualTo("+493090182010");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "110",
        "030 90182010 ext. 7",
        "Tel: 030 90182010",
        "1-800-FLOWERS",
        "n/a",
        "",
        "+",
        "12"
      })
  void textThatIsNoSingleNumberStays(String written) {
    assertThat(after("e164", written, "DE")).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "A@Example.COM, A@example.com",
    "a@b@X.ORG, a@b@x.org",
    "a@BÜCHER.de, a@xn--bcher-kva.de",
    "a@XN--BCHER-KVA.de, a@xn--bcher-kva.de",
    "A@STRAßE.de, A@straße.de"
  })
  void domainOfAnAddressIsWrittenInOneWay(String written, String normal) {
    assertThat(after("email", written)).isEqualTo(normal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A",
        "@B.de",
        "A@",
        "A@B C",
        "A@B..C",
        "A@B.C.",
        "A@[IPv6:2001:DB8::1]",
        "A@\ud800"
      })
  void textThatIsNoAddressStays(String written) {
    assertThat(after("email", written)).isEqualTo(written);
    assertThat(after("email", written, "local")).isEqualTo(written);
  }

  @Test
  void digitsOfAnyScriptAreKeptAndTextWithoutAnyStays() {
    assertThat(after("digits", "(٠١) 2-𝟛")).isEqualTo("0123");
    assertThat(after("digits", "n/a")).isEqualTo("n/a");
  }

  @ParameterizedTest
  @CsvSource({
    "gb82west12345698765432, GB82WEST12345698765432",
    "NO93 8601 1117 947, NO9386011117947",
    "DE89-3704-0044-0532-0130-00, DE89-3704-0044-0532-0130-00",
    "de89 3704, de89 3704"
  })
  void ibanIsCompactAndOtherTextStays(String written, String normal) {
    assertThat(after("iban", written)).isEqualTo(normal);
  }

  @Test
  void elementsOfListsAreTextsTooButFieldsOfDocumentsAreNot() {
    Value document = new Value.Document(new TreeMap<>(Map.of("a", Value.text(" x "))));
    Value nested = new Value.Array(List.of(Value.text(" y"), Value.number(1)));
    assertThat(apply("trim", new Value.Array(List.of(Value.text("x "), nested, document))))
        .isEqualTo(
            new Value.Array(
                List.of(
                    Value.text("x"),
                    new Value.Array(List.of(Value.text("y"), Value.number(1))),
                    document)));
  }

  /** Each that has a case, by itself. */
  private static Stream<String> letters() {
    return points()
        .mapToObj(Character::toString)
        .filter(letter ->
            !letter.equals(letter.toLowerCase(Locale.ROOT))
                || !letter.equals(letter.toUpperCase(Locale.ROOT)));
  }

  private static boolean isAlike(String folded, String written) {
    return CaseFold.fold(written).equals(folded);
  }

  private static IntStream points() {
    return IntStream.rangeClosed(0, Character.MAX_CODE_POINT);
  }

  private static String after(String name, String text, String... parameters) {
    return ((Value.Text) apply(name, Value.text(text), parameters)).text();
  }

  private static Value apply(String name, Value value, String... parameters) {
    Made.Sound made = (Made.Sound) Normalisations.make(name, List.of(parameters));
    return made.normalisation().apply(Optional.of(value)).orElseThrow();
  }
}
