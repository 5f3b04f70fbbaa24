package io.reconciled.simulated;

import io.reconciled.model.Dataset;
import io.reconciled.model.Image;
import io.reconciled.model.KeyRange;
import io.reconciled.model.Position;
import io.reconciled.model.RowsOfKey;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import io.reconciled.store.ConditionalWrite;
import io.reconciled.store.ConditionalWrite.Change;
import io.reconciled.store.Load;
import io.reconciled.store.Ordering;
import io.reconciled.store.Rows;
import io.reconciled.store.Scan;
import io.reconciled.store.Store;
import io.reconciled.store.StoreMisconfigured;
import io.reconciled.store.StoreSettings;
import io.reconciled.store.WriteOutcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A database in memory, as the stages see it. */
final class SimulatedStore implements Store {
  private final SimulatedServer server;
  private final StoreSettings settings;
  private volatile boolean closed;

  SimulatedStore(SimulatedServer server, StoreSettings settings) {
    this.server = server;
    this.settings = settings;
  }

  @Override
  public StoreName name() {
    return settings.name();
  }

  @Override
  public void ping() {
    if (closed || settings.url().getPort() != server.port()) {
      throw SimulatedServer.unavailable(name(), new NoSuchElementException("nobody is there"));
    }
    server.answer(name(), settings.timeout());
  }

  @Override
  public Map<SharedKey, Image> read(Dataset dataset, Collection<SharedKey> keys) {
    SimulatedTable table = table(dataset);
    Map<SharedKey, Image> images = new HashMap<>();
    SimulatedFilter filter = filter(dataset, table);
    keys.forEach(key -> images.put(key, image(dataset, filter.taken(table.of(key)))));
    return images;
  }

  @Override
  public Map<Value, Set<SharedKey>> holders(
      Dataset dataset, String attribute, Collection<Value> values) {
    Map<Value, Set<SharedKey>> holders = new HashMap<>();
    SimulatedTable table = table(dataset);
    SimulatedFilter filter = filter(dataset, table);
    table
        .rows()
        .forEach((key, rows) -> {
          for (Map<String, Value> row : filter.taken(rows)) {
            Value held = value(dataset, attribute, key, row);
            if (values.contains(held) && !(held instanceof Value.Null)) {
              holders.computeIfAbsent(held, first -> new HashSet<>()).add(key);
            }
          }
        });
    return holders;
  }

  @Override
  public Rows scan(Scan scan) {
    Dataset dataset = scan.dataset();
    KeyRange range = scan.range();
    SimulatedTable table = table(dataset);
    SimulatedFilter filter = filter(dataset, table);
    boolean keyless = range.from().isEmpty() && dataset.where().isEmpty();
    Stream<Map.Entry<SharedKey, Image.Present>> keyed =
        within(table, scan)
            .flatMap(entry ->
                filter.taken(entry.getValue()).stream()
                    .map(row -> Map.entry(entry.getKey(), present(dataset, row))));
    return new SimulatedRows(
        server, dataset, keyless ? table.keyless() : List.of(), keyed, scan.limit());
  }

  /** In the table's own order rows come as they lie there, which is anyhow. */
  private static Stream<Map.Entry<SharedKey, List<Map<String, Value>>>> within(
      SimulatedTable table, Scan scan) {
    KeyRange range = scan.range();
    if (scan.order() == Scan.Order.SHARED_KEY) {
      return from(table, range.from()).entrySet().stream()
          .takeWhile(entry -> range.contains(entry.getKey()));
    }
    Comparator<SharedKey> order = table.ownOrder();
    return table.rows().entrySet().stream()
        .filter(entry ->
            range.from().map(from -> order.compare(from, entry.getKey()) <= 0).orElse(true))
        .filter(entry -> range.to().map(to -> order.compare(entry.getKey(), to) < 0).orElse(true))
        .sorted(Comparator.comparing(entry -> entry.getKey().toString().hashCode()));
  }

  @Override
  public Ordering ordering(Dataset dataset) {
    return table(dataset).foldsKeys()
        ? Ordering.own("folds its keys")
        : Ordering.shared("keeps keys in their order");
  }

  @Override
  public Optional<SharedKey> boundary(
      Dataset dataset, Scan.Order order, Optional<SharedKey> from, int rows) {
    return order == Scan.Order.OWN
        ? ownBoundary(table(dataset), from, rows)
        : boundary(dataset, from, rows);
  }

  private static Optional<SharedKey> ownBoundary(
      SimulatedTable table, Optional<SharedKey> from, int rows) {
    Comparator<SharedKey> order = table.ownOrder();
    return table.rows().keySet().stream()
        .filter(key -> from.map(start -> order.compare(start, key) < 0).orElse(true))
        .sorted(order)
        .skip(rows)
        .findFirst();
  }

  @Override
  public Optional<SharedKey> boundary(Dataset dataset, Optional<SharedKey> from, int rows) {
    int before = 0;
    SimulatedTable table = table(dataset);
    SimulatedFilter filter = filter(dataset, table);
    for (var entry : from(table, from).entrySet()) {
      int taken = filter.taken(entry.getValue()).size();
      if (before >= rows && taken > 0) {
        return Optional.of(entry.getKey());
      }
      before += taken;
    }
    return Optional.empty();
  }

  @Override
  public long estimatedRows(Dataset dataset) {
    return dataset.where().isPresent()
        ? -1
        : table(dataset).rows().values().stream().mapToLong(List::size).sum();
  }

  @Override
  public Load load() {
    ping();
    return new Load(new Load.Seen<>(0), new Load.None<>());
  }

  @Override
  public Position head() {
    return database().log().head();
  }

  @Override
  public WriteOutcome write(ConditionalWrite write) {
    SimulatedTable table = table(write.dataset());
    synchronized (table) {
      List<Map<String, Value>> all = table.of(write.key());
      List<Map<String, Value>> rows = filter(write.dataset(), table).taken(all);
      List<Map<String, Value>> others = new ArrayList<>(all);
      others.removeAll(rows);
      Image actual = image(write.dataset(), rows);
      boolean again = write.change() instanceof Change.Insert && !others.isEmpty();
      if (again || !asExpected(write.expected(), actual)) {
        return new WriteOutcome.Refused(actual);
      }
      switch (write.change()) {
        case Change.Delete() -> table.replace(write.key(), others);
        case Change.Insert(var values) -> table.add(write.key(), fields(write.dataset(), values));
        case Change.Set(var values) -> {
          Map<String, Value> row = new HashMap<>(rows.getFirst());
          row.putAll(fields(write.dataset(), values));
          others.add(row);
          table.replace(write.key(), others);
        }
      }
      return server.losesAnswers()
          ? new WriteOutcome.Unknown("the answer was lost")
          : new WriteOutcome.Applied();
    }
  }

  @Override
  public void close() {
    closed = true;
  }

  private SimulatedDatabase database() {
    ping();
    return server.database(settings.url().getPath().substring(1));
  }

  private SimulatedTable table(Dataset dataset) {
    return database()
        .table(dataset.container())
        .filter(table -> table.keyFields().equals(dataset.keyFields()))
        .orElseThrow(() -> {
          String what = "there is no table of " + dataset;
          return new StoreMisconfigured(name(), what, new NoSuchElementException(what));
        });
  }

  private static NavigableMap<SharedKey, List<Map<String, Value>>> from(
      SimulatedTable table, Optional<SharedKey> from) {
    return from.map(key -> table.rows().tailMap(key, true)).orElse(table.rows());
  }

  private static boolean asExpected(Image expected, Image actual) {
    return expected instanceof Image.Present(var wanted)
        ? actual instanceof Image.Present(var found)
            && found.entrySet().containsAll(wanted.entrySet())
        : expected.equals(actual);
  }

  private static Image image(Dataset dataset, List<Map<String, Value>> rows) {
    RowsOfKey together = new RowsOfKey();
    rows.forEach(row -> together.add(present(dataset, row)));
    return together.image(dataset);
  }

  /** The key's own field can be mapped as an attribute as well. */
  private static Value value(
      Dataset dataset, String attribute, SharedKey key, Map<String, Value> row) {
    return dataset.keyFields().equals(List.of(dataset.attributes().getOrDefault(attribute, "")))
            && key instanceof SharedKey.IntegerKey(long number)
        ? Value.number(number)
        : present(dataset, row).attributes().getOrDefault(attribute, Value.NULL);
  }

  private SimulatedFilter filter(Dataset dataset, SimulatedTable table) {
    return SimulatedFilter.of(dataset, table)
        .orElseThrow(() -> {
          String what = "the filter of " + dataset + " cannot be used";
          return new StoreMisconfigured(name(), what, new NoSuchElementException(what));
        });
  }

  private static Image.Present present(Dataset dataset, Map<String, Value> row) {
    Map<String, Value> attributes = new HashMap<>();
    dataset
        .attributes()
        .forEach((attribute, field) -> {
          if (row.containsKey(field)) {
            attributes.put(attribute, row.get(field));
          }
        });
    return new Image.Present(attributes);
  }

  private static Map<String, Value> fields(Dataset dataset, Map<String, Value> attributes) {
    Map<String, Value> fields = new HashMap<>();
    attributes.forEach((attribute, value) ->
        fields.put(dataset.attributes().getOrDefault(attribute, attribute), value));
    return fields;
  }
}
