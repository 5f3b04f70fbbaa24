package io.reconciled.rules;

import io.reconciled.rules.convert.Conversion;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Reads {@code attributes:}, {@code values:} and {@code gone:} of a dataset. An attribute is a
 * column or a dotted path; or {@code { column: created_at, zone: Europe/Berlin }}, {@code { column:
 * token, as: uuid }}, {@code { compute: "first + ' ' + last" }}.
 */
final class ReadMapping {
  static final List<String> ATTRIBUTE_KEYS =
      List.of("column", "path", ReadConversions.AS, ReadConversions.ZONE, "compute");
  private static final String FIX = "write an expression such as first + ' ' + last";
  private final Expressions expressions;
  private final Map<String, String> stored = new LinkedHashMap<>();
  private final Map<String, List<Conversion>> conversions = new HashMap<>();
  private final SequencedMap<String, Computation> computed = new LinkedHashMap<>();

  /**
   * What a dataset maps.
   *
   * @param stored attribute name to column or path
   */
  record Columns(Map<String, String> stored, Mapping mapping) {}

  ReadMapping(Expressions expressions) {
    this.expressions = expressions;
  }

  Columns of(Section dataset) {
    dataset
        .optional("attributes")
        .ifPresent(attributes -> attributes.entries().forEach(this::attribute));
    ValueMaps values =
        dataset
            .optional("values")
            .map(maps -> ReadValueMaps.of(maps, stored.keySet()))
            .orElse(ValueMaps.NONE);
    Set<String> all = new LinkedHashSet<>(stored.keySet());
    all.addAll(computed.keySet());
    Optional<String> gone =
        dataset.optional("gone").flatMap(part -> ReadName.among(all, "the attribute", part));
    return new Columns(stored, new Mapping(conversions, values, computed, gone));
  }

  private void attribute(String name, Part part) {
    if (name.equals("key")) {
      part.complainOfName("an attribute cannot be called key", "choose another name for it");
    }
    ReadName.accepts(name, part);
    if (part.isMapping()) {
      described(name, Section.of(part, ATTRIBUTE_KEYS));
    } else {
      stored.put(name, part.text().orElse(""));
    }
  }

  private void described(String name, Section section) {
    Optional<Part> compute = section.optional("compute");
    Optional<Part> column = section.optional("column").or(() -> section.optional("path"));
    if (compute.isPresent()) {
      column.ifPresent(both -> both.complain("stands beside compute:", "keep one of the two"));
      compute(name, compute.get());
    } else {
      if (column.isEmpty()) {
        section
            .part()
            .complain("lacks column:", "add column: name, or compute: with an expression");
      }
      stored.put(name, column.flatMap(Part::text).orElse(""));
      List<Conversion> found = ReadConversions.of(section);
      if (!found.isEmpty()) {
        conversions.put(name, found);
      }
    }
  }

  /** What is computed may speak of what stands before it. */
  private void compute(String name, Part part) {
    Set<String> known = new LinkedHashSet<>(stored.keySet());
    known.addAll(computed.keySet());
    part.text()
        .flatMap(text -> ReadCondition.sound(expressions.computation(text, known), part, FIX))
        .ifPresent(computation -> computed.put(name, computation));
  }
}
