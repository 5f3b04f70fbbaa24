package io.reconciled.model;

/**
 * Text in the order of its Unicode code points, which is also the order of its UTF-8 bytes.
 *
 * <p>{@link String#compareTo} orders UTF-16 units, which puts supplementary characters before
 * U+E000 to U+FFFF; databases that sort by bytes do not.
 */
final class CodePointOrder {
  private CodePointOrder() {}

  static int compare(String left, String right) {
    int shorter = Math.min(left.length(), right.length());
    for (int i = 0; i < shorter; i++) {
      char l = left.charAt(i);
      char r = right.charAt(i);
      if (l != r) {
        boolean surrogates = Character.isSurrogate(l) || Character.isSurrogate(r);
        return surrogates ? compareAt(i, left, right) : Character.compare(l, r);
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  /** Half a pair may stand alone in one text and be part of a pair in the other. */
  private static int compareAt(int i, String left, String right) {
    int start = i > 0 && Character.isHighSurrogate(left.charAt(i - 1)) ? i - 1 : i;
    int order = Integer.compare(left.codePointAt(start), right.codePointAt(start));
    return order != 0 ? order : Integer.compare(left.codePointAt(i), right.codePointAt(i));
  }
}
