package io.reconciled.store.sql;

import io.reconciled.model.Dataset;
import io.reconciled.model.KeyType;
import io.reconciled.store.NearestName;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreComplaint.Subject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the table, the columns and the key that a dataset maps are there, and may be read. */
final class CheckMapping {
  private final Catalog catalog;

  CheckMapping(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Errors alone; those of the table as a whole have a subject without a part. */
  List<StoreComplaint> check(Dataset dataset) throws SQLException {
    Optional<String> grant = catalog.grantMissing(dataset);
    if (grant.isPresent()) {
      return List.of(unreadable(dataset, grant.get()));
    }
    Optional<Map<String, String>> columns = catalog.columns(dataset.container());
    if (columns.isEmpty()) {
      return List.of(missing(dataset));
    }
    List<StoreComplaint> complaints = new ArrayList<>();
    otherwise(dataset).ifPresent(complaints::add);
    complaints.addAll(columns(dataset, columns.get()));
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
    return complaints;
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

  private static String path(Dataset dataset) {
    return String.join(".", dataset.container());
  }
}
