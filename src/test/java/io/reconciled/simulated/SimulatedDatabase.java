package io.reconciled.simulated;

import io.reconciled.model.Dataset;
import io.reconciled.model.KeyShape;
import io.reconciled.model.KeyType;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tables, and the one log of their changes. */
public final class SimulatedDatabase {
  private final Map<List<String>, SimulatedTable> tables = new ConcurrentHashMap<>();
  private final SimulatedLog log;

  SimulatedDatabase(InstantSource clock) {
    this.log = new SimulatedLog(clock);
  }

  /** A table of what the dataset maps, without rows. */
  public SimulatedTable create(Dataset dataset) {
    return create(
        dataset.container(),
        dataset.keyFields(),
        dataset.keyShape(),
        Set.copyOf(dataset.attributes().values()));
  }

  public SimulatedTable create(
      List<String> container, String keyField, KeyType type, Set<String> fields) {
    return create(container, List.of(keyField), type, fields);
  }

  public SimulatedTable create(
      List<String> container, List<String> keyFields, KeyShape shape, Set<String> fields) {
    SimulatedTable table = new SimulatedTable(container, keyFields, shape, fields, log);
    tables.put(List.copyOf(container), table);
    return table;
  }

  public Optional<SimulatedTable> table(List<String> container) {
    return Optional.ofNullable(tables.get(container));
  }

  Set<List<String>> containers() {
    return tables.keySet();
  }

  public SimulatedLog log() {
    return log;
  }
}
