package io.reconciled.rules;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The datasets and attributes of one entity, for its rules to refer to. */
record KnownDatasets(List<Dataset> datasets) {

  /** A dataset named by the part; complains where there is none. */
  Optional<DatasetName> find(Part part) {
    List<String> names = datasets.stream().map(dataset -> dataset.name().value()).toList();
    return ReadName.among(names, "the dataset", part).map(DatasetName::new);
  }

  /** The datasets that a list names, each once; complains of fewer than two. */
  List<DatasetName> findAll(Part list) {
    List<DatasetName> found = new ArrayList<>();
    List<Part> items = list.items();
    for (Part item : items) {
      find(item)
          .ifPresent(dataset -> {
            if (found.contains(dataset)) {
              item.complain("names " + dataset + " again", "name each dataset once");
            } else {
              found.add(dataset);
            }
          });
    }
    if (items.size() == 1 || list.isEmptyList()) {
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
          "name one of the rule's datasets: " + String.join(", ", names(rule)));
      return Optional.empty();
    }
    return found;
  }

  /** The attributes that any dataset maps. */
  SortedSet<String> attributes() {
    SortedSet<String> attributes = new TreeSet<>();
    datasets.forEach(dataset -> attributes.addAll(dataset.attributes().keySet()));
    return attributes;
  }

  /** The datasets that map the attribute. */
  List<DatasetName> mapping(String attribute) {
    return datasets.stream()
        .filter(dataset -> dataset.attributes().containsKey(attribute))
        .map(Dataset::name)
        .toList();
  }

  private static List<String> names(List<DatasetName> datasets) {
    return datasets.stream().map(DatasetName::value).toList();
  }
}
