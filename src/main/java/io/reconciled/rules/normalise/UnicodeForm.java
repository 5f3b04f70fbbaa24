package io.reconciled.rules.normalise;

import java.text.Normalizer;

/** Unicode's own normalisation forms, by the tables of the running JDK. */
final class UnicodeForm {
  static final Entry NFC =
      OfText.entry(
          "nfc",
          text -> Normalizer.normalize(text, Normalizer.Form.NFC),
          "composes letters and their accents (Unicode NFC); what looks alike but is another letter"
              + " stays",
          "Jose\u0301",
          "José");
  static final Entry NFKC =
      OfText.entry(
          "nfkc",
          text -> Normalizer.normalize(text, Normalizer.Form.NFKC),
          "as `nfc`, and makes ordinary letters of ligatures, full-width and superscript forms"
              + " (Unicode NFKC): ² is 2",
          "ﬁne Ａ²",
          "fine A2");

  private UnicodeForm() {}
}
