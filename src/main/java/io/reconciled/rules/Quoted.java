package io.reconciled.rules;

/** What an operator wrote, fit to stand in a one-line message: in quotes, shortened, printable. */
public final class Quoted {
  private static final int LONGEST = 60;

  private Quoted() {}

  public static String of(String written) {
    StringBuilder quoted = new StringBuilder("'");
    written
        .codePoints()
        .limit(LONGEST)
        .map(point -> Character.isISOControl(point) || isLone(point) ? '?' : point)
        .forEach(quoted::appendCodePoint);
    return quoted
        .append(written.codePointCount(0, written.length()) > LONGEST ? "…'" : "'")
        .toString();
  }

  private static boolean isLone(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
