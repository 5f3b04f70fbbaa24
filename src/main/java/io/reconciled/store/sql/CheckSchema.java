package io.reconciled.store.sql;

import io.reconciled.model.Dataset;
import io.reconciled.store.Ordering;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreComplaint.Subject;
import io.reconciled.store.Wanted;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares the mapped datasets with what a database has. */
final class CheckSchema {
  private final Catalog catalog;
  private final CheckMapping mapping;
  private final CheckFilter filter;

  CheckSchema(Catalog catalog, CheckFilter filter) {
    this.catalog = catalog;
    this.mapping = new CheckMapping(catalog);
    this.filter = filter;
  }

  List<StoreComplaint> check(Wanted wanted) throws SQLException {
    List<StoreComplaint> complaints = new ArrayList<>();
    List<Dataset> there = new ArrayList<>();
    for (Dataset dataset : wanted.datasets()) {
      List<StoreComplaint> errors = mapping.check(dataset);
      complaints.addAll(errors);
      if (errors.stream().noneMatch(error -> error.subject().part().isEmpty())) {
        there.add(dataset);
        filter.check(dataset).ifPresent(complaints::add);
        complaints.addAll(unindexed(dataset, wanted.lookedUp(dataset)));
        if (isKeySound(dataset, errors) && !catalog.isView(dataset.container())) {
          complaints.addAll(unindexed(dataset));
          reordered(dataset).ifPresent(complaints::add);
        }
      }
    }
    if (wanted.capture()) {
      complaints.addAll(
          catalog.capture(there.stream().filter(dataset -> !dataset.view()).toList()));
    }
    return complaints;
  }

  private static boolean isKeySound(Dataset dataset, List<StoreComplaint> errors) {
    return errors.stream().noneMatch(error -> error.subject().equals(Subject.key(dataset)));
  }

  private Optional<StoreComplaint> reordered(Dataset dataset) {
    Ordering ordering = catalog.ordering(dataset).ordering();
    return ordering.isShared()
        ? Optional.empty()
        : Optional.of(
            StoreComplaint.warning(
                Subject.key(dataset),
                "in %s, %s: a sweep joins %s by partitions on local disk"
                    .formatted(path(dataset), ordering.reason(), dataset.entity()),
                "Run explain-sweep %s for how much disk that takes.".formatted(dataset.entity())));
  }

  private List<StoreComplaint> unindexed(Dataset dataset) {
    List<String> key = dataset.keyFields();
    String columns = String.join(", ", key);
    return isIndexed(dataset, key)
        ? List.of()
        : List.of(
            StoreComplaint.warning(
                Subject.key(dataset),
                "no index of %s begins with the key %s: every look reads the table"
                    .formatted(path(dataset), columns),
                "Create an index on %s (%s).".formatted(path(dataset), columns)));
  }

  private List<StoreComplaint> unindexed(Dataset dataset, Set<String> lookedUp) {
    List<StoreComplaint> complaints = new ArrayList<>();
    for (String attribute : lookedUp) {
      String column = dataset.attributes().getOrDefault(attribute, attribute);
      if (!catalog.isView(dataset.container()) && !isIndexed(dataset, List.of(column))) {
        complaints.add(
            StoreComplaint.warning(
                Subject.attribute(dataset, attribute),
                "no index of %s begins with %s, whose values a rule looks for: every look reads"
                        .formatted(path(dataset), column)
                    + " the table",
                "Create an index on %s (%s).".formatted(path(dataset), column)));
      }
    }
    return complaints;
  }

  private boolean isIndexed(Dataset dataset, List<String> columns) {
    return catalog.indexes(dataset.container()).stream()
        .anyMatch(index ->
            index.size() >= columns.size() && index.subList(0, columns.size()).equals(columns));
  }

  private static String path(Dataset dataset) {
    return String.join(".", dataset.container());
  }
}
