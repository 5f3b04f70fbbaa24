package io.reconciled.suggest;

import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import io.reconciled.store.Container;
import java.util.List;
import java.util.Map;

/**
 * A container and some of its rows.
 *
 * @param word {@code table} or {@code collection}, as a rules file has it
 * @param rows by field; a field that a document lacks is missing
 */
public record Sampled(
    StoreName store, String word, Container container, List<Map<String, Value>> rows) {
  public Sampled {
    rows = List.copyOf(rows);
  }

  /** Where it is, for telling containers apart without comparing their rows. */
  record Place(StoreName store, List<String> path) {}

  Place place() {
    return new Place(store, container.path());
  }

  @Override
  public String toString() {
    return store + "." + container.path().getLast();
  }
}
