package io.reconciled.suggest;

import io.reconciled.model.KeyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * An entity that several stores seem to hold a part of.
 *
 * @param entity a name for it
 * @param parts where it is, one for each store; the first gives the attributes their names
 * @param remarks what else was seen
 */
public record Draft(String entity, KeyType keyType, List<Part> parts, List<String> remarks) {
  public Draft {
    parts = List.copyOf(parts);
    remarks = List.copyOf(remarks);
  }

  /**
   * The entity's place in one store.
   *
   * @param met how its keys meet those of the first part; empty for the first itself
   * @param attributes by name, in the order of the first part's columns
   */
  record Part(
      KeyField key,
      Optional<Common> met,
      SequencedMap<String, Column> attributes,
      List<String> remarks) {}

  /**
   * @param agreement with the part that the attribute has its name from; empty for that part
   */
  record Column(String field, Optional<Agreement> agreement) {}

  /** Names of attributes that at least two parts have. */
  List<String> attributes() {
    return parts.stream().flatMap(part -> part.attributes().keySet().stream()).distinct().toList();
  }

  /** What must be done to an attribute's values before they are equal everywhere. */
  List<String> normalisations(String attribute) {
    List<String> names = new ArrayList<>();
    for (Part part : parts) {
      Optional.ofNullable(part.attributes().get(attribute))
          .flatMap(Column::agreement)
          .map(Agreement::likeness)
          .filter(Likeness.Normalised.class::isInstance)
          .map(Likeness.Normalised.class::cast)
          .ifPresent(found -> names.addAll(found.names()));
    }
    return names.stream().distinct().toList();
  }
}
