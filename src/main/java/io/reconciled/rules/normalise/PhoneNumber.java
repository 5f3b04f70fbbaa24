package io.reconciled.rules.normalise;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import io.reconciled.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number's international form. Text that holds more than one number, such as a label or
 * an extension, is left alone, because its number by itself would be less than it says.
 *
 * @param region two letters, in which numbers without a country code are; empty where they stay
 */
record PhoneNumber(Optional<String> region) implements Elementwise {
  static final Entry ENTRY =
      new Entry(
          new Manual(
              "e164",
              Parameter.optional("the region of numbers without a country code, such as DE"),
              OfText.KINDS,
              "writes a telephone number in its international form. It must be of a possible length,"
                  + " assigned or not. Text with letters (an extension, a name) stays, and so does a"
                  + " number without a leading + unless a region is given",
              List.of(
                  Example.of("DE", Value.text("(030) 901820-10"), Value.text("+493090182010")),
                  Example.of(Value.text("+49 (0)30 90182010"), Value.text("+493090182010")),
                  Example.of(Value.text("030 90182010"), Value.text("030 90182010")))),
          PhoneNumber::read);

  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final String NO_REGION = "ZZ";
  private static final Pattern PLAIN = Pattern.compile("[\\p{Nd}\\p{IsWhite_Space}+＋().\\-‐‑–/]+");

  private static Optional<Made> read(List<String> parameters) {
    Optional<String> region = parameters.stream().findFirst();
    return LIBRARY.getSupportedRegions().containsAll(parameters)
        ? Optional.of(new Made.Sound(new PhoneNumber(region)))
        : Optional.empty();
  }

  @Override
  public String name() {
    return region.map(known -> "e164: " + known).orElse("e164");
  }

  @Override
  public Value change(Value value) {
    return value instanceof Value.Text(String text)
        ? international(text, region.orElse(NO_REGION))
            .filter(PhoneNumber::readsAsItself)
            .map(Value::text)
            .orElse(value)
        : value;
  }

  /** Not so where a prefix of the country hides behind another one. */
  private static boolean readsAsItself(String number) {
    return international(number, NO_REGION).filter(number::equals).isPresent();
  }

  private static Optional<String> international(String text, String region) {
    if (!PLAIN.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      Phonenumber.PhoneNumber number = LIBRARY.parse(text, region);
      return LIBRARY.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
          ? Optional.of(LIBRARY.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException noNumber) {
      return Optional.empty();
    }
  }
}
