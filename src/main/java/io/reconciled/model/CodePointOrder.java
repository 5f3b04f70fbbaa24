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
        return surrogates ? Integer.compare(rank(l), rank(r)) : Character.compare(l, r);
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  private static int rank(char unit) {
    return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
  }
}
