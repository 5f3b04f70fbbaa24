package io.reconciled.rules;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of stores, entities, datasets and attributes: fit for a URL, a metric and a log line. */
final class ReadName {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,62}");
  private static final String MUST_BE =
      "a name of letters, digits, '_' and '-', at most 63, with a letter first";

  private ReadName() {}

  static Optional<String> of(Part part) {
    return part.text(
        text -> Optional.of(text).filter(ReadName::isName), MUST_BE, "choose another name");
  }

  /** Whether a name that parts of a mapping go by may be used; complains where not. */
  static boolean accepts(String name, Part part) {
    if (isName(name)) {
      return true;
    }
    part.complainOfName(
        "the name must be " + MUST_BE + ", not " + Quoted.of(name), "choose another name");
    return false;
  }

  /** One of the names that are known. */
  static Optional<String> among(Collection<String> known, String what, Part part) {
    Optional<String> text = part.text();
    if (text.isPresent() && !known.contains(text.get())) {
      part.complain(
          "names " + what + " " + Quoted.of(text.get()) + ", which is not known",
          NearestName.advice(text.get(), known));
      return Optional.empty();
    }
    return text;
  }

  private static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }
}
