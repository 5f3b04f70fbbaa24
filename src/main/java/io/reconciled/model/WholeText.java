package io.reconciled.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whole numbers of 64 bits as text, of which each has one: decimal digits without leading zeros,
 * behind a minus where it is negative. What is spelt otherwise is no such number, for a lookup by
 * the number would not find it.
 */
final class WholeText {
  /** The most digits of a number of 64 bits, and its sign. */
  private static final int LONGEST = 20;

  private static final Pattern LEADING_ZEROS = Pattern.compile("[+-]?0\\d+|-0");
  private static final Pattern PLUS_SIGN = Pattern.compile("\\+\\d+");
  private static final Pattern BLANKS = Pattern.compile("\\s*[+-]?\\d+\\s*");
  private static final Pattern DIGITS = Pattern.compile("-?\\d+");

  private WholeText() {}

  static Optional<SharedKey.Single> read(String text) {
    if (!isCanonical(text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new SharedKey.IntegerKey(Long.parseLong(text)));
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }

  private static boolean isCanonical(String text) {
    if (text.equals("0")) {
      return true;
    }
    int first = text.startsWith("-") ? 1 : 0;
    if (text.length() == first || text.length() > LONGEST || text.charAt(first) == '0') {
      return false;
    }
    for (int i = first; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** Why a text that cannot be read is none. */
  static String objection(String text) {
    if (LEADING_ZEROS.matcher(text).matches()) {
      return "text with leading zeros";
    }
    if (PLUS_SIGN.matcher(text).matches()) {
      return "text with a plus sign";
    }
    if (DIGITS.matcher(text).matches()) {
      return "text with a number of more than 64 bits";
    }
    return BLANKS.matcher(text).matches()
        ? "text with blanks around a number"
        : "text that is no whole number";
  }
}
