package io.reconciled.simulated;

import io.reconciled.model.KeyShape;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import io.reconciled.servers.Database;
import io.reconciled.servers.LossyLine;
import io.reconciled.store.Fixture;
import io.reconciled.store.StoreKind;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tables and rows in memory. */
record SimulatedFixture(SimulatedServer server) implements Fixture {
  @Override
  public StoreKind kind() {
    return new SimulatedKind(server);
  }

  @Override
  public boolean knowsAbsence() {
    return true;
  }

  @Override
  public void create(
      Database database,
      List<String> container,
      List<String> keyFields,
      KeyShape shape,
      List<String> fields) {
    server.database(database.name()).create(container, keyFields, shape, Set.copyOf(fields));
  }

  @Override
  public void put(
      Database database, List<String> container, List<String> keyFields, List<Row> rows) {
    SimulatedTable table = table(database, container);
    for (Row row : rows) {
      Map<String, Value> values = new HashMap<>();
      row.attributes()
          .forEach((field, text) -> values.put(field, text.map(Value::text).orElse(Value.NULL)));
      row.key().ifPresentOrElse(key -> table.add(key, values), () -> table.addKeyless("null key"));
    }
  }

  @Override
  public void fill(Database database, List<String> container, List<String> keyFields, int rows) {
    SimulatedTable table = table(database, container);
    for (int key = 0; key < rows; key++) {
      table.put(SharedKey.of(key), Map.of());
    }
  }

  @Override
  public void repeat(
      Database database, List<String> container, List<String> keyFields, SharedKey key, int rows) {
    table(database, container).replace(key, Collections.nCopies(rows, Map.of()));
  }

  @Override
  public String where(String field, String text) {
    return field + " = " + text;
  }

  @Override
  public List<String> unusableFilters() {
    return List.of("Form = active", "from", "");
  }

  @Override
  public void makeUnique(Database database, List<String> container, List<String> keyFields) {
    table(database, container).makeUnique();
  }

  @Override
  public Database writer(Database database) {
    return database;
  }

  @Override
  public LossyLine loseAnswers() {
    return server.loseAnswers();
  }

  private SimulatedTable table(Database database, List<String> container) {
    return server.database(database.name()).table(container).orElseThrow();
  }
}
