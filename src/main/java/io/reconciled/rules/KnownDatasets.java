package io.reconciled.rules;

import io.reconciled.model.DatasetName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The datasets and attributes of one entity, for its rules to refer to. */
record KnownDatasets(List<MappedDataset> datasets, Expressions expressions, Defaults defaults) {

  /** An attribute of one dataset. */
  record Found(DatasetName dataset, String attribute) {}

  /** A dataset named by the part; complains where there is none. */
  Optional<DatasetName> find(Part part) {
    return ReadName.among(names(), "the dataset", part).map(DatasetName::new);
  }

  /** The datasets that a list names, each once; complains of fewer than two. */
  List<DatasetName> findAll(Part list) {
    List<DatasetName> found = findAny(list);
    if (list.items().size() == 1) {
      list.complain("names fewer than two datasets", "name at least two");
    }
    return found;
  }

  /** The datasets that a list names, each once; complains of none. */
  List<DatasetName> findAny(Part list) {
    List<DatasetName> found = new ArrayList<>();
    for (Part item : list.itemsOrSelf()) {
      find(item)
          .ifPresent(dataset -> {
            if (found.contains(dataset)) {
              item.complain("names " + dataset + " again", "name each dataset once");
            } else {
              found.add(dataset);
            }
          });
    }
    if (list.isEmptyList()) {
      list.complain("names fewer than two datasets", "name at least two");
    }
    return found;
  }

  /** One of the datasets that a rule reads; complains of any other, where those are known. */
  Optional<DatasetName> findAmong(List<DatasetName> rule, Part part) {
    Optional<DatasetName> found = find(part);
    if (found.isPresent() && !rule.isEmpty() && !rule.contains(found.get())) {
      part.complain(
          "names " + found.get() + ", which the rule does not read",
          "name one of the rule's datasets: "
              + String.join(", ", rule.stream().map(DatasetName::value).toList()));
      return Optional.empty();
    }
    return found;
  }

  /** An attribute written as {@code dataset.attribute}; complains where there is none. */
  Optional<Found> findAttribute(Part part) {
    List<String> known = new ArrayList<>();
    datasets.forEach(dataset ->
        dataset.attributes().forEach(attribute -> known.add(dataset.name() + "." + attribute)));
    return ReadName.among(known, "the attribute", part).map(KnownDatasets::split);
  }

  private static Found split(String written) {
    int dot = written.indexOf('.');
    return new Found(new DatasetName(written.substring(0, dot)), written.substring(dot + 1));
  }

  /** Complains of datasets with several rows for a key, where a rule needs one. */
  void needOneRow(List<DatasetName> rule, Part part) {
    for (MappedDataset dataset : datasets) {
      if (dataset.severalRows() && rule.contains(dataset.name())) {
        part.complain(
            "reads " + dataset.name() + ", which may have several rows for a key",
            "compare it with count: or sum:, or leave it out with over:");
      }
    }
  }

  /** The attributes that any dataset maps. */
  SortedSet<String> attributes() {
    SortedSet<String> attributes = new TreeSet<>();
    datasets.forEach(dataset -> attributes.addAll(dataset.attributes()));
    return attributes;
  }

  Map<DatasetName, Set<String>> attributesByDataset() {
    Map<DatasetName, Set<String>> attributes = new LinkedHashMap<>();
    datasets.forEach(dataset -> attributes.put(dataset.name(), dataset.attributes()));
    return attributes;
  }

  /** The datasets that map the attribute and have one row for a key. */
  List<DatasetName> mapping(String attribute) {
    return datasets.stream()
        .filter(dataset -> dataset.attributes().contains(attribute))
        .map(MappedDataset::name)
        .toList();
  }

  Optional<MappedDataset> dataset(DatasetName wanted) {
    return datasets.stream().filter(dataset -> dataset.name().equals(wanted)).findFirst();
  }

  private List<String> names() {
    return datasets.stream().map(dataset -> dataset.name().value()).toList();
  }
}
