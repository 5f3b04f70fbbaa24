package io.reconciled.store.sql;

import io.reconciled.model.Dataset;
import io.reconciled.model.KeyType;
import io.reconciled.store.NearestName;
import io.reconciled.store.Ordering;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreComplaint.Subject;
import io.reconciled.store.Wanted;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares the mapped datasets with what a database has. */
final class CheckSchema {
  private final Catalog catalog;
  private final CheckFilter filter;

  CheckSchema(Catalog catalog, CheckFilter filter) {
    this.catalog = catalog;
    this.filter = filter;
  }

  List<StoreComplaint> check(Wanted wanted) throws SQLException {
    List<StoreComplaint> complaints = new ArrayList<>();
    List<Dataset> there = new ArrayList<>();
    for (Dataset dataset : wanted.datasets()) {
      Optional<Map<String, String>> columns = catalog.columns(dataset.container());
      Optional<String> grant = catalog.grantMissing(dataset);
      if (grant.isPresent()) {
        complaints.add(unreadable(dataset, grant.get()));
      } else if (columns.isPresent()) {
        otherwise(dataset).ifPresentOrElse(complaints::add, () -> there.add(dataset));
        complaints.addAll(columns(dataset, columns.get()));
        filter.check(dataset).ifPresent(complaints::add);
        complaints.addAll(unindexed(dataset, wanted.lookedUp(dataset)));
      } else {
        complaints.add(missing(dataset));
      }
    }
    if (wanted.capture()) {
      complaints.addAll(
          catalog.capture(there.stream().filter(dataset -> !dataset.view()).toList()));
    }
    return complaints;
  }

  /** A view that is called a table would be vouched for by a capture that never sees it. */
  private Optional<StoreComplaint> otherwise(Dataset dataset) {
    boolean view = catalog.isView(dataset.container());
    return view == dataset.view()
        ? Optional.empty()
        : Optional.of(StoreComplaint.mistaken(dataset, "table"));
  }

  private static StoreComplaint unreadable(Dataset dataset, String grant) {
    return StoreComplaint.error(
        Subject.container(dataset), "table " + path(dataset) + " may not be read", grant);
  }

  private StoreComplaint missing(Dataset dataset) {
    return StoreComplaint.error(
        Subject.container(dataset),
        "there is no %s %s".formatted(dataset.view() ? "view" : "table", path(dataset)),
        NearestName.advice(path(dataset), catalog.tables()));
  }

  private List<StoreComplaint> columns(Dataset dataset, Map<String, String> columns) {
    List<StoreComplaint> complaints = new ArrayList<>();
    dataset
        .attributes()
        .forEach((attribute, column) ->
            missing(Subject.attribute(dataset, attribute), dataset, column, columns)
                .ifPresent(complaints::add));
    complaints.addAll(key(dataset, columns));
    return complaints;
  }

  private static Optional<StoreComplaint> missing(
      Subject subject, Dataset dataset, String column, Map<String, String> columns) {
    return columns.containsKey(column)
        ? Optional.empty()
        : Optional.of(
            StoreComplaint.error(
                subject,
                "table " + path(dataset) + " has no column " + column,
                NearestName.advice(column, columns.keySet())));
  }

  private List<StoreComplaint> key(Dataset dataset, Map<String, String> columns) {
    List<StoreComplaint> complaints = new ArrayList<>();
    List<KeyType> types = dataset.keyShape().parts();
    for (int i = 0; i < types.size(); i++) {
      String column = dataset.keyFields().get(i);
      KeyType type = types.get(i);
      missing(Subject.key(dataset), dataset, column, columns)
          .or(() -> unfit(dataset, column, type, columns.getOrDefault(column, "")))
          .ifPresent(complaints::add);
    }
    if (complaints.isEmpty() && !catalog.isView(dataset.container())) {
      complaints.addAll(unindexed(dataset));
      reordered(dataset).ifPresent(complaints::add);
    }
    return complaints;
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

  private Optional<StoreComplaint> unfit(
      Dataset dataset, String column, KeyType keys, String type) {
    return catalog.form(keys, type).isPresent()
        ? Optional.empty()
        : Optional.of(
            StoreComplaint.error(
                Subject.key(dataset),
                "column %s.%s has type %s, which holds no %s keys"
                    .formatted(path(dataset), column, type, keys.written()),
                "Map a column of a fitting type, or change the entity's key type."));
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
