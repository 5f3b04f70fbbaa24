package io.reconciled.rules.normalise;

import io.reconciled.rules.NearestName;
import io.reconciled.rules.Quoted;
import java.util.List;

/** The catalogue: every normalisation that a rules file can name. */
public final class Normalisations {
  private static final List<Entry> ALL =
      List.of(
          Blanks.TRIM,
          Blanks.COLLAPSE,
          CaseFold.ENTRY,
          UnicodeForm.NFC,
          UnicodeForm.NFKC,
          PhoneNumber.ENTRY,
          EmailAddress.ENTRY,
          Digits.ENTRY,
          Iban.ENTRY,
          UuidText.ENTRY,
          Truncation.ENTRY,
          Rounding.ENTRY,
          Tolerances.ENTRY,
          InsteadOfNull.ABSENT,
          InsteadOfNull.EMPTY,
          Sorting.ENTRY,
          WithoutPaths.ENTRY);

  private Normalisations() {}

  /** In the order in which they are documented. */
  public static List<String> names() {
    return manuals().stream().map(Manual::name).toList();
  }

  public static List<Manual> manuals() {
    return ALL.stream().map(Entry::manual).toList();
  }

  /**
   * @param parameters what is written behind the name: none, one, or the items of a list
   */
  public static Made make(String name, List<String> parameters) {
    return ALL.stream()
        .filter(entry -> entry.manual().name().equals(name))
        .findFirst()
        .map(entry -> entry.make(parameters))
        .orElseGet(() ->
            new Made.Refused(
                Quoted.of(name) + " is no known normalisation", NearestName.advice(name, names())));
  }
}
