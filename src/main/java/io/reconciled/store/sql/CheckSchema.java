package io.reconciled.store.sql;

import io.reconciled.model.Dataset;
import io.reconciled.store.NearestName;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreComplaint.Subject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the mapped datasets with what a database has. */
final class CheckSchema {
  private final Catalog catalog;
  private final CheckFilter filter;

  CheckSchema(Catalog catalog, CheckFilter filter) {
    this.catalog = catalog;
    this.filter = filter;
  }

  List<StoreComplaint> check(List<Dataset> datasets, boolean capture) throws SQLException {
    List<StoreComplaint> complaints = new ArrayList<>();
    List<Dataset> there = new ArrayList<>();
    for (Dataset dataset : datasets) {
      Optional<Map<String, String>> columns = catalog.columns(dataset.container());
      Optional<String> grant = catalog.grantMissing(dataset);
      if (grant.isPresent()) {
        complaints.add(unreadable(dataset, grant.get()));
      } else if (columns.isPresent()) {
        there.add(dataset);
        complaints.addAll(columns(dataset, columns.get()));
        filter.check(dataset).ifPresent(complaints::add);
      } else {
        complaints.add(missing(dataset));
      }
    }
    if (capture) {
      complaints.addAll(catalog.capture(there));
    }
    return complaints;
  }

  private static StoreComplaint unreadable(Dataset dataset, String grant) {
    return StoreComplaint.error(
        Subject.container(dataset), "table " + path(dataset) + " may not be read", grant);
  }

  private StoreComplaint missing(Dataset dataset) {
    return StoreComplaint.error(
        Subject.container(dataset),
        "there is no table " + path(dataset),
        NearestName.advice(path(dataset), catalog.tables()));
  }

  private List<StoreComplaint> columns(Dataset dataset, Map<String, String> columns) {
    List<StoreComplaint> complaints = new ArrayList<>();
    dataset
        .attributes()
        .forEach((attribute, column) ->
            missing(Subject.attribute(dataset, attribute), dataset, column, columns)
                .ifPresent(complaints::add));
    Optional<StoreComplaint> noKey =
        missing(Subject.key(dataset), dataset, dataset.keyField(), columns);
    noKey.ifPresent(complaints::add);
    if (noKey.isEmpty()) {
      key(dataset, columns.getOrDefault(dataset.keyField(), "")).ifPresent(complaints::add);
    }
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

  private Optional<StoreComplaint> key(Dataset dataset, String type) {
    String column = path(dataset) + "." + dataset.keyField();
    if (!catalog.holds(dataset.keyType(), type)) {
      return Optional.of(
          StoreComplaint.error(
              Subject.key(dataset),
              "column %s has type %s, which holds no %s keys"
                  .formatted(
                      column, type, dataset.keyType().name().toLowerCase(java.util.Locale.ROOT)),
              "Map a column of a fitting type, or change the entity's key type."));
    }
    return catalog.isIndexed(dataset.container(), dataset.keyField())
        ? Optional.empty()
        : Optional.of(
            StoreComplaint.warning(
                Subject.key(dataset),
                "no index begins with the key column " + column + ": every look reads the table",
                "Create an index on " + column + "."));
  }

  private static String path(Dataset dataset) {
    return String.join(".", dataset.container());
  }
}
