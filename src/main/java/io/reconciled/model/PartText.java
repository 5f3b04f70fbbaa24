package io.reconciled.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Parts of a key in one text, with commas between them. A comma within a part is written {@code ~1}
 * and a tilde {@code ~0}, so that different keys have different texts; all of it may stand in a URL
 * as it is.
 */
final class PartText {
  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern STRAY = Pattern.compile("~(?![01])");

  private PartText() {}

  static String escape(String part) {
    return part.replace("~", "~0").replace(",", "~1");
  }

  /** Empty where a tilde stands for nothing. */
  static Optional<String> unescape(String part) {
    return STRAY.matcher(part).find()
        ? Optional.empty()
        : Optional.of(part.replace("~1", ",").replace("~0", "~"));
  }

  static List<String> split(String text) {
    return List.of(COMMA.split(text, -1));
  }
}
