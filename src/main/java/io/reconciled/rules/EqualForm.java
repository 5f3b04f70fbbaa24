package io.reconciled.rules;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.RuleName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code equal: status} or {@code equal: [status, msisdn]}, with {@code authority:} and {@code
 * over:}. Without {@code over}, it reads every dataset that maps any of the attributes; each must
 * map all of them, so that none is left out unnoticed.
 */
final class EqualForm implements RuleForm {

  @Override
  public String word() {
    return "equal";
  }

  @Override
  public List<String> keys() {
    return List.of("authority", "over");
  }

  @Override
  public Rule read(Optional<RuleName> named, Section section, KnownDatasets known) {
    Map<String, Part> attributes =
        section.optional(word()).map(part -> attributes(part, known)).orElse(Map.of());
    List<DatasetName> datasets =
        section
            .optional("over")
            .map(known::findAll)
            .orElseGet(() -> mapping(attributes.keySet(), known));
    attributes.forEach((attribute, part) -> checkMapped(attribute, part, datasets, known));
    Optional<DatasetName> authority =
        section.optional("authority").flatMap(part -> known.findAmong(datasets, part));
    String usual = word() + " " + String.join(", ", attributes.keySet());
    return new Rule.Equal(
        named.orElse(new RuleName(usual)), datasets, List.copyOf(attributes.keySet()), authority);
  }

  /** The attributes in the order that they are written in, each with its place. */
  private static Map<String, Part> attributes(Part equal, KnownDatasets known) {
    Map<String, Part> attributes = new LinkedHashMap<>();
    for (Part part : equal.itemsOrSelf()) {
      ReadName.among(known.attributes(), "the attribute", part)
          .filter(attribute -> attributes.putIfAbsent(attribute, part) != null)
          .ifPresent(again -> part.complain("names " + again + " again", "name it once"));
    }
    if (equal.isEmptyList()) {
      equal.complain("names no attribute", "name at least one");
    }
    return attributes;
  }

  private static List<DatasetName> mapping(Set<String> attributes, KnownDatasets known) {
    return known.datasets().stream()
        .filter(dataset -> attributes.stream().anyMatch(dataset.attributes()::containsKey))
        .map(Dataset::name)
        .toList();
  }

  private static void checkMapped(
      String attribute, Part part, List<DatasetName> datasets, KnownDatasets known) {
    List<DatasetName> mapping = known.mapping(attribute);
    String lacking =
        datasets.stream()
            .filter(dataset -> !mapping.contains(dataset))
            .map(DatasetName::value)
            .collect(Collectors.joining(", "));
    if (!lacking.isEmpty()) {
      part.complain(
          "names " + attribute + ", which is not mapped in " + lacking,
          "map it under attributes: there, or say over: with the datasets that map it");
    } else if (datasets.size() < 2) {
      part.complain(
          "names " + attribute + ", which fewer than two datasets map",
          "map it in the datasets that are to be compared");
    }
  }
}
