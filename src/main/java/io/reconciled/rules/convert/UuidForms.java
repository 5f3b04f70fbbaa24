package io.reconciled.rules.convert;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The usual ways to write a UUID as text. */
public final class UuidForms {
  private static final String HYPHENATED =
      "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
  private static final Pattern FORM =
      Pattern.compile(
          "%1$s|\\{%1$s}|urn:uuid:%1$s|[0-9a-f]{32}".formatted(HYPHENATED),
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ALL_BUT_DIGITS =
      Pattern.compile("urn:uuid:|[{}-]", Pattern.CASE_INSENSITIVE);

  private UuidForms() {}

  /** Of 32 hexadecimal digits: with hyphens, alone or in braces or after urn:uuid:, or without. */
  public static Optional<UUID> read(String text) {
    return FORM.matcher(text).matches()
        ? Optional.of(ofDigits(ALL_BUT_DIGITS.matcher(text).replaceAll("")))
        : Optional.empty();
  }

  /**
   * @param digits 32 hexadecimal ones
   */
  static UUID ofDigits(String digits) {
    return new UUID(
        HexFormat.fromHexDigitsToLong(digits, 0, 16),
        HexFormat.fromHexDigitsToLong(digits, 16, 32));
  }
}
