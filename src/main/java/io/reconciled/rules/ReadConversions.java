package io.reconciled.rules;

import io.reconciled.rules.convert.Conversion;
import java.util.List;

/** Reads {@code as:} and {@code zone:} of an attribute. */
final class ReadConversions {
  private ReadConversions() {}

  static List<Conversion> of(Section section) {
    section.optional("as");
    return List.of();
  }
}
