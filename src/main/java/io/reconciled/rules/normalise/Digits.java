package io.reconciled.rules.normalise;

/** The digits alone, in any script. */
final class Digits {
  static final Entry ENTRY =
      OfText.entry(
          "digits",
          Digits::only,
          "keeps the decimal digits only, as 0 to 9 whatever their script; so a sign or a point is"
              + " lost. Text without any digit stays",
          "AB-12.34/٥",
          "12345");

  private Digits() {}

  private static String only(String text) {
    StringBuilder digits = new StringBuilder();
    text.codePoints()
        .filter(Character::isDigit)
        .forEach(point -> digits.append(Character.digit(point, 10)));
    return digits.isEmpty() ? text : digits.toString();
  }
}
