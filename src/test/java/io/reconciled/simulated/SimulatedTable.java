package io.reconciled.simulated;

import io.reconciled.model.KeyShape;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** Rows by key, any number of them with one key, and rows without a key. */
public final class SimulatedTable {
  private final List<String> container;
  private final List<String> keyFields;
  private final KeyShape keyShape;
  private final Set<String> fields;
  private final SimulatedLog log;
  private final ConcurrentSkipListMap<SharedKey, List<Map<String, Value>>> rows =
      new ConcurrentSkipListMap<>();
  private final List<String> keyless = new CopyOnWriteArrayList<>();
  private volatile boolean unique;
  private volatile Optional<UnaryOperator<String>> fold = Optional.empty();

  SimulatedTable(
      List<String> container,
      List<String> keyFields,
      KeyShape keyShape,
      Set<String> fields,
      SimulatedLog log) {
    this.container = List.copyOf(container);
    this.keyFields = List.copyOf(keyFields);
    this.keyShape = keyShape;
    this.fields = Set.copyOf(fields);
    this.log = log;
  }

  /** Adds a row, whatever others have its key. */
  public void add(SharedKey key, Map<String, Value> row) {
    List<Map<String, Value>> all = new ArrayList<>(of(key));
    all.add(Map.copyOf(row));
    replace(key, all);
  }

  /** Leaves one row with this key. */
  public void put(SharedKey key, Map<String, Value> row) {
    replace(key, List.of(Map.copyOf(row)));
  }

  /** Leaves no row with this key. */
  public void remove(SharedKey key) {
    replace(key, List.of());
  }

  /** Adds a row that names no entity. */
  public void addKeyless(String why) {
    keyless.add(why);
  }

  void replace(SharedKey key, List<Map<String, Value>> now) {
    if (now.isEmpty()) {
      rows.remove(key);
    } else {
      rows.put(key, now.stream().map(Map::copyOf).toList());
    }
    log.changed(container, keyFields, key);
  }

  /**
   * From now on the table takes keys for equal whose texts are folded to the same, and has them in
   * the order of what they are folded to.
   */
  public void foldsKeys(UnaryOperator<String> how) {
    fold = Optional.of(how);
  }

  boolean foldsKeys() {
    return fold.isPresent();
  }

  /** The order of keys in which the table is kept. */
  Comparator<SharedKey> ownOrder() {
    return fold.map(how -> Comparator.comparing((SharedKey key) -> how.apply(key.toString())))
        .orElseGet(Comparator::naturalOrder);
  }

  void makeUnique() {
    unique = true;
  }

  boolean isUnique() {
    return unique;
  }

  /** The rows with this key. */
  public List<Map<String, Value>> of(SharedKey key) {
    return rows.getOrDefault(key, List.of());
  }

  NavigableMap<SharedKey, List<Map<String, Value>>> rows() {
    return rows;
  }

  List<String> keyless() {
    return keyless;
  }

  List<String> keyFields() {
    return keyFields;
  }

  KeyShape keyShape() {
    return keyShape;
  }

  Set<String> fields() {
    return fields;
  }
}
