package io.reconciled.rules.normalise;

import java.util.Locale;

/**
 * Unicode's full case folding, from the case mappings of the running JDK, code point by code point:
 * so neither a locale nor the neighbouring letters count, and the final sigma is a sigma.
 */
final class CaseFold {
  static final Entry ENTRY =
      OfText.entry(
          "case-fold",
          CaseFold::fold,
          "removes differences of case in every script, by Unicode's full case folding and in no"
              + " locale: ß is ss, ς is σ; the Turkish dotless ı stays apart from i, and accents"
              + " stay. Put `nfc` before it where accents may be composed or not",
          "STRASSE Straße",
          "strasse strasse");

  /** Its upper case is I, but in no locale other than the Turkic ones is it an i. */
  private static final int DOTLESS_I = 0x131;

  private CaseFold() {}

  static String fold(String text) {
    if (text.chars().allMatch(unit -> unit < 0x80)) {
      return text.toLowerCase(Locale.ROOT);
    }
    StringBuilder folded = new StringBuilder(text.length());
    text.codePoints().mapToObj(CaseFold::fold).forEach(folded::append);
    return folded.toString();
  }

  /** Lower case first, for letters such as ẞ, which only then expand as their small ones do. */
  private static String fold(int point) {
    String letter = Character.toString(point);
    if (point == DOTLESS_I) {
      return letter;
    }
    return letter.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
