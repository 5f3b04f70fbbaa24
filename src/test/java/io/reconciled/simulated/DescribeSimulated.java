package io.reconciled.simulated;

import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import io.reconciled.store.Container;
import io.reconciled.store.Container.Field;
import io.reconciled.store.Container.Index;
import io.reconciled.store.DescribeStore;
import io.reconciled.store.Store;
import io.reconciled.store.StoreSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is in a database in memory: its tables as they were made, its rows in their order. */
record DescribeSimulated(SimulatedKind kind, StoreSettings settings) implements DescribeStore {
  @Override
  public List<Container> containers() {
    return database().containers().stream()
        .map(path -> container(path, database().table(path).orElseThrow()))
        .sorted(Comparator.comparing(Container::toString))
        .toList();
  }

  private static Container container(List<String> path, SimulatedTable table) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field(table.keyField(), table.keyType().name(), false, Index.PRIMARY));
    table.fields().stream()
        .sorted()
        .forEach(field -> fields.add(new Field(field, "any", true, Index.NONE)));
    return new Container(path, fields, table.rows().size());
  }

  @Override
  public List<Map<String, Value>> sample(Container container, int rows) {
    SimulatedTable table = database().table(container.path()).orElseThrow();
    List<Map<String, Value>> sample = new ArrayList<>();
    table
        .rows()
        .forEach((key, all) ->
            all.forEach(row -> {
              Map<String, Value> whole = new HashMap<>(row);
              whole.put(table.keyField(), value(key));
              sample.add(whole);
            }));
    return sample.subList(0, Math.min(rows, sample.size()));
  }

  private static Value value(SharedKey key) {
    return switch (key) {
      case SharedKey.IntegerKey(long number) -> Value.number(number);
      case SharedKey.TextKey(String text) -> Value.text(text);
      case SharedKey.UuidKey(var uuid) -> new Value.Uuid(uuid);
    };
  }

  private SimulatedDatabase database() {
    try (Store store = kind.open(settings)) {
      store.ping();
    }
    return kind.server().database(settings.url().getPath().substring(1));
  }

  @Override
  public void close() {}
}
