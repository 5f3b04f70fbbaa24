package io.reconciled.store.sql;

import io.reconciled.model.Dataset;
import io.reconciled.store.Fit;
import io.reconciled.store.StoreComplaint;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether what a dataset maps is there now, and by what mark it is known again. */
final class FindFit {
  private final Catalog catalog;

  FindFit(Catalog catalog) {
    this.catalog = catalog;
  }

  Fit of(Dataset dataset) throws SQLException {
    List<StoreComplaint> complaints = new CheckMapping(catalog).check(dataset);
    if (!complaints.isEmpty()) {
      return new Fit.Misfit(complaints);
    }
    Set<String> mapped = new TreeSet<>(dataset.attributes().values());
    mapped.addAll(dataset.keyFields());
    Map<String, String> types = catalog.columns(dataset.container()).orElse(Map.of());
    Map<String, Fit.Column> columns = new HashMap<>();
    types.forEach((name, type) -> {
      if (mapped.contains(name)) {
        columns.put(name, new Fit.Column(type, catalog.kind(type)));
      }
    });
    TreeMap<String, String> marks = new TreeMap<>(catalog.marks(dataset.container()));
    marks.keySet().retainAll(mapped);
    return new Fit.Whole(marks.toString(), columns);
  }
}
