package io.reconciled.rules;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** A mapping whose names are known; others are refused with the nearest known one. */
final class Section {
  private final Part part;
  private final Map<String, Part> entries;

  private Section(Part part, Map<String, Part> entries) {
    this.part = part;
    this.entries = entries;
  }

  static Section of(Part part, Collection<String> known) {
    return of(part, part.entries(), known);
  }

  /** For a mapping whose entries decide what may be known of it. */
  static Section of(Part part, Map<String, Part> entries, Collection<String> known) {
    entries.forEach((name, entry) -> {
      if (!known.contains(name)) {
        entry.complainOfName(
            Quoted.of(name) + " is not a known key", NearestName.advice(name, known));
      }
    });
    return new Section(part, entries);
  }

  Part part() {
    return part;
  }

  boolean has(String name) {
    return entries.containsKey(name);
  }

  Optional<Part> optional(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  /**
   * @param example a line that would do
   */
  Optional<Part> required(String name, String example) {
    Optional<Part> entry = optional(name);
    if (entry.isEmpty() && part.isMapping()) {
      part.complain("lacks " + name + ":", "add " + example);
    }
    return entry;
  }
}
