package io.reconciled.suggest;

import java.util.HashMap;
import java.util.Map;

/** Gives each column of the first store a name that a rules file takes for an attribute. */
final class AttributeNames {
  private static final int LONGEST = 63;
  private static final String RESERVED = "key";
  private final Map<String, String> byField = new HashMap<>();

  /** The same name for the same field, and no other's. */
  String of(String field) {
    return byField.computeIfAbsent(field, this::unused);
  }

  private String unused(String field) {
    String plain = asName(KeyNames.last(field));
    String whole = asName(field);
    String name = isFree(plain) ? plain : whole;
    for (int i = 2; !isFree(name); i++) {
      name = whole + "_" + i;
    }
    return name;
  }

  private boolean isFree(String name) {
    return !name.equals(RESERVED) && !byField.containsValue(name);
  }

  /** Letters, digits and underscores, a letter first. */
  static String asName(String text) {
    String name = text.replaceAll("[^A-Za-z0-9_-]+", "_").replaceAll("^[^A-Za-z]+", "");
    String some = name.isEmpty() ? "unnamed" : name;
    return some.substring(0, Math.min(some.length(), LONGEST - 3));
  }
}
