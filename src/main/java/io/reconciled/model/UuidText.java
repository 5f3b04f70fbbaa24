package io.reconciled.model;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * UUIDs as text of 36 characters whose letters are all lower case or all upper case. A lookup asks
 * for these two, so that what mixes them is no UUID.
 */
final class UuidText {
  private static final Pattern EITHER_CASE =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final int LENGTH = 36;

  private UuidText() {}

  static Optional<SharedKey.Single> read(String text) {
    return isCanonical(text)
        ? Optional.of(new SharedKey.UuidKey(UUID.fromString(text)))
        : Optional.empty();
  }

  private static boolean isCanonical(String text) {
    if (text.length() != LENGTH) {
      return false;
    }
    boolean lower = false;
    boolean upper = false;
    for (int i = 0; i < LENGTH; i++) {
      char c = text.charAt(i);
      boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
      boolean digit = c >= '0' && c <= '9';
      boolean low = c >= 'a' && c <= 'f';
      boolean up = c >= 'A' && c <= 'F';
      if (hyphen ? c != '-' : !digit && !low && !up) {
        return false;
      }
      lower |= low;
      upper |= up;
    }
    return !(lower && upper);
  }

  /** Why a text that cannot be read is none. */
  static String objection(String text) {
    return EITHER_CASE.matcher(text).matches()
        ? "text that mixes upper and lower case"
        : "text that is no UUID of 36 characters";
  }
}
