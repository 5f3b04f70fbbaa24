package io.reconciled.rules.normalise;

import java.util.Locale;
import java.util.regex.Pattern;

/** A bank account's international number, as machines write it. */
final class Iban {
  static final Entry ENTRY =
      OfText.entry(
          "iban",
          Iban::compact,
          "removes blanks and writes capitals. What then has not an IBAN's shape (two letters, two"
              + " digits, 11 to 30 letters or digits) stays; its check digits are not verified",
          "de89 3704 0044 0532 0130 00",
          "DE89370400440532013000");

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z]{2}[0-9]{2}[A-Za-z0-9]{11,30}");

  private Iban() {}

  private static String compact(String text) {
    String compact = Blanks.remove(text);
    return SHAPE.matcher(compact).matches() ? compact.toUpperCase(Locale.ROOT) : text;
  }
}
