package io.reconciled.rules.normalise;

/**
 * Blanks are the code points with Unicode's property White_Space: among them the tab, line ends and
 * the no-break spaces, but neither the zero-width space nor the byte order mark.
 */
final class Blanks {
  static final Entry TRIM =
      OfText.entry(
          "trim",
          Blanks::trim,
          "removes blanks (Unicode White_Space) from both ends",
          " Ada\u00a0",
          "Ada");
  static final Entry COLLAPSE =
      OfText.entry(
          "collapse-space",
          Blanks::collapse,
          "makes one space of every run of blanks, at the ends too",
          "Ada \t Lovelace ",
          "Ada Lovelace ");

  private Blanks() {}

  static boolean isBlank(int point) {
    return Character.isSpaceChar(point) || (point >= '\t' && point <= '\r') || point == 0x85;
  }

  static String remove(String text) {
    StringBuilder rest = new StringBuilder(text.length());
    text.codePoints().filter(point -> !isBlank(point)).forEach(rest::appendCodePoint);
    return rest.toString();
  }

  private static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static String collapse(String text) {
    StringBuilder collapsed = new StringBuilder(text.length());
    boolean inRun = false;
    for (int i = 0; i < text.length(); i++) {
      boolean blank = isBlank(text.charAt(i));
      if (!blank) {
        collapsed.append(text.charAt(i));
      } else if (!inRun) {
        collapsed.append(' ');
      }
      inRun = blank;
    }
    return collapsed.toString();
  }
}
