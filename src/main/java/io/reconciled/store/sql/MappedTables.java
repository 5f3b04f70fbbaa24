package io.reconciled.store.sql;

import io.reconciled.model.Dataset;
import io.reconciled.model.KeyForm;
import io.reconciled.store.Ordering;
import io.reconciled.store.StoreMisconfigured;
import io.reconciled.store.StoreSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;

/**
 * The datasets of one store as tables, with what its catalog told of their keys: it is asked for
 * the form of a key once, and again for every sweep.
 */
final class MappedTables {
  private final StoreSettings settings;
  private final Dialect dialect;
  private final RowFilter filter;
  private final Map<String, Optional<String>> objections = new ConcurrentHashMap<>();

  /** By datasets without their attributes, as the others are. */
  private final Map<Dataset, List<KeyForm>> forms = new ConcurrentHashMap<>();

  /** In any other, a scan in the order of shared keys makes the database sort. */
  private final Set<Dataset> inOurOrder = ConcurrentHashMap.newKeySet();

  MappedTables(StoreSettings settings, Dialect dialect) {
    this.settings = settings;
    this.dialect = dialect;
    this.filter = new RowFilter(dialect.jooq());
  }

  MappedTable of(DSLContext sql, Dataset dataset) {
    requireUsable(dataset);
    Dataset keys = dataset.keysOnly();
    List<KeyForm> known = forms.getOrDefault(keys, List.of());
    return new MappedTable(
        dataset, known.isEmpty() ? look(sql, keys) : known, inOurOrder.contains(keys));
  }

  /** What its user may not see of a table, or what is not there, a query will tell. */
  private List<KeyForm> look(DSLContext sql, Dataset keys) {
    Optional<List<KeyForm>> found = FoundForms.of(dialect.catalog(sql, settings), keys);
    found.ifPresent(known -> forms.put(keys, known));
    return found.orElseGet(() -> MappedTable.ownForms(keys));
  }

  Ordering ordering(DSLContext sql, Dataset dataset) {
    forget(dataset);
    FoundOrdering found = dialect.catalog(sql, settings).ordering(dataset);
    if (found.isOwnShared()) {
      inOurOrder.add(dataset.keysOnly());
    } else {
      inOurOrder.remove(dataset.keysOnly());
    }
    return found.ordering();
  }

  /** The types of its columns may have changed: keys are looked for by what they are now. */
  void lookAgain(DSLContext sql, Dataset dataset) {
    look(sql, dataset.keysOnly());
  }

  /** The types of its columns may have changed. */
  void forget(Dataset dataset) {
    forms.remove(dataset.keysOnly());
  }

  /** A store that was down at the start is read without its filters having been checked. */
  void requireUsable(Dataset dataset) {
    dataset
        .where()
        .flatMap(text -> objections.computeIfAbsent(text, filter::objection))
        .ifPresent(objection -> {
          throw new StoreMisconfigured(
              settings.name(),
              "the filter of %s %s; correct where: in its rules file".formatted(dataset, objection),
              new IllegalArgumentException(objection));
        });
  }
}
