package io.reconciled.rules.cel;

/**
 * How large a regular expression grows when its counted repetitions are written out, which the
 * library does before it looks at the size: an estimate that is never far too small.
 */
final class PatternSize {
  private static final long ENOUGH = 1_000_000_000;
  private final String pattern;
  private int at;

  private PatternSize(String pattern) {
    this.pattern = pattern;
  }

  static long of(String pattern) {
    return new PatternSize(pattern).sequence(0);
  }

  /** Up to the end of a group, or of all. */
  private long sequence(int depth) {
    long total = 0;
    long last = 0;
    while (at < pattern.length() && total < ENOUGH) {
      char unit = pattern.charAt(at++);
      switch (unit) {
        case '(' -> last = depth < pattern.length() ? sequence(depth + 1) : 1;
        case ')' -> {
          if (depth > 0) {
            return total + 1;
          }
          last = total;
        }
        case '[' -> last = skipClass();
        case '\\' -> last = skipEscape();
        case '{' -> {
          total -= last;
          last *= count();
        }
        default -> last = 1;
      }
      total += last;
    }
    return total + 1;
  }

  private long skipClass() {
    at++;
    while (at < pattern.length() && pattern.charAt(at) != ']') {
      at += pattern.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
    return 1;
  }

  private long skipEscape() {
    at++;
    return 1;
  }

  /** The larger count of a repetition. */
  private long count() {
    long count = 0;
    long largest = 1;
    while (at < pattern.length() && "0123456789,".indexOf(pattern.charAt(at)) >= 0) {
      char unit = pattern.charAt(at++);
      count = unit == ',' ? 0 : Math.min(ENOUGH, count * 10 + unit - '0');
      largest = Math.max(largest, count);
    }
    return largest;
  }
}
