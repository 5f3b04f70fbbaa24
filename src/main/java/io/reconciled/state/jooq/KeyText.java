package io.reconciled.state.jooq;

/**
 * Shared keys as a text column holds them. PostgreSQL cannot store U+0000 or half of a surrogate
 * pair, which other stores' keys may contain, so these are written as an escape, and so is the
 * backslash that begins one.
 */
public final class KeyText {
  private static final char ESCAPE = '\\';
  private static final int DIGITS = 4;

  private KeyText() {}

  /** The text of any key as a column can hold it; different keys stay different. */
  public static String stored(String key) {
    if (key.codePoints().noneMatch(KeyText::mustEscape)) {
      return key;
    }
    StringBuilder stored = new StringBuilder(key.length() + DIGITS);
    key.codePoints()
        .forEach(point -> {
          if (mustEscape(point)) {
            stored.append(ESCAPE).append("%04x".formatted(point));
          } else {
            stored.appendCodePoint(point);
          }
        });
    return stored.toString();
  }

  /** What {@link #stored} was given. */
  public static String read(String stored) {
    if (stored.indexOf(ESCAPE) < 0) {
      return stored;
    }
    StringBuilder key = new StringBuilder(stored.length());
    int from = 0;
    for (int at = stored.indexOf(ESCAPE); at >= 0; at = stored.indexOf(ESCAPE, from)) {
      key.append(stored, from, at);
      from = at + 1 + DIGITS;
      key.append((char) Integer.parseInt(stored.substring(at + 1, from), 16));
    }
    return key.append(stored, from, stored.length()).toString();
  }

  /** {@link String#codePoints} gives a surrogate by itself only where its other half is missing. */
  private static boolean mustEscape(int point) {
    return point == 0 || point == ESCAPE || isSurrogate(point);
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
