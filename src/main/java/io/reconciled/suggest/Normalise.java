package io.reconciled.suggest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The normalisations that are tried, by their names in a rules file, the mildest first. */
final class Normalise {
  private static final int FEWEST_DIGITS = 5;

  private Normalise() {}

  static Map<List<String>, UnaryOperator<String>> all() {
    Map<List<String>, UnaryOperator<String>> all = new LinkedHashMap<>();
    all.put(List.of("trim"), String::strip);
    all.put(List.of("trim", "case-fold"), text -> text.strip().toLowerCase(Locale.ROOT));
    all.put(List.of("digits"), Normalise::digits);
    return all;
  }

  /** A text with few digits is no number of anything, and stays as it is. */
  private static String digits(String text) {
    String digits = text.replaceAll("\\D", "");
    return digits.length() >= FEWEST_DIGITS ? digits : text;
  }
}
