package io.reconciled.rules;

import io.reconciled.model.DatasetName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** The attributes that a rule names, and the datasets that it reads them from. */
record Attributes(SequencedMap<String, Part> parts, List<DatasetName> datasets) {

  /**
   * Without {@code over:}, every dataset that maps any of the attributes; each must map all of
   * them, so that none is left out unnoticed.
   */
  static Attributes of(Part named, Optional<Part> over, KnownDatasets known) {
    SequencedMap<String, Part> parts = parts(named, known);
    List<DatasetName> datasets =
        over.map(known::findAll).orElseGet(() -> mapping(parts.keySet(), known));
    parts.forEach((attribute, part) -> checkMapped(attribute, part, datasets, known));
    known.needOneRow(datasets, named);
    return new Attributes(parts, datasets);
  }

  static Attributes none() {
    return new Attributes(new LinkedHashMap<>(), List.of());
  }

  List<String> names() {
    return List.copyOf(parts.keySet());
  }

  private static SequencedMap<String, Part> parts(Part named, KnownDatasets known) {
    SequencedMap<String, Part> attributes = new LinkedHashMap<>();
    for (Part part : named.itemsOrSelf()) {
      ReadName.among(known.attributes(), "the attribute", part)
          .filter(attribute -> attributes.putIfAbsent(attribute, part) != null)
          .ifPresent(again -> part.complain("names " + again + " again", "name it once"));
    }
    if (named.isEmptyList()) {
      named.complain("names no attribute", "name at least one");
    }
    return attributes;
  }

  private static List<DatasetName> mapping(Set<String> attributes, KnownDatasets known) {
    return known.datasets().stream()
        .filter(dataset -> !dataset.severalRows())
        .filter(dataset -> attributes.stream().anyMatch(dataset.attributes()::contains))
        .map(MappedDataset::name)
        .toList();
  }

  private static void checkMapped(
      String attribute, Part part, List<DatasetName> datasets, KnownDatasets known) {
    List<DatasetName> mapping = known.mapping(attribute);
    List<DatasetName> lacking =
        datasets.stream().filter(dataset -> !mapping.contains(dataset)).toList();
    if (!lacking.isEmpty()) {
      part.complain(
          "names " + attribute + ", which is not mapped in " + AbsentForm.names(lacking),
          "map it under attributes: there, or say over: with the datasets that map it");
    } else if (datasets.size() < 2) {
      part.complain(
          "names " + attribute + ", which fewer than two datasets map",
          "map it in the datasets that are to be compared");
    }
  }
}
