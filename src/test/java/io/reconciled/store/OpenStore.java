package io.reconciled.store;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.Image;
import io.reconciled.model.KeyRange;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import io.reconciled.servers.Database;
import io.reconciled.store.Fixture.Row;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A store of the kind under test, opened afresh for each test, and datasets and rows in it. */
@TestInstance(Lifecycle.PER_METHOD)
abstract class OpenStore {
  static final Duration TIMEOUT = Duration.ofSeconds(2);
  static final Duration AT_ONCE = Duration.ofSeconds(2);
  static final int MORE_THAN_CONNECTIONS = 20;
  static final List<String> CONTAINER = List.of("Order Lines");
  static final String KEY_FIELD = "Select";
  static final List<String> KEY = List.of(KEY_FIELD);
  static final Map<String, String> ATTRIBUTES = Map.of("name", "Full Name", "state", "from");

  Fixture fixture;
  Database database;
  Store store;

  protected abstract Fixture fixture();

  @BeforeEach
  void openStore() {
    fixture = fixture();
    database = fixture.server().freshDatabase("contract");
    store = fixture.kind().open(settings(fixture.writer(database)));
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  static StoreSettings settings(Database database) {
    return database.asStore(new StoreName("tested"), TIMEOUT);
  }

  Dataset dataset(KeyType type) {
    fixture.create(database, CONTAINER, KEY, type, List.copyOf(ATTRIBUTES.values()));
    return mapped(CONTAINER, KEY_FIELD, type, ATTRIBUTES);
  }

  static Dataset mapped(
      List<String> container, String key, KeyType type, Map<String, String> attributes) {
    return new Dataset(
        new EntityName("order"),
        new DatasetName("shop"),
        new StoreName("tested"),
        container,
        key,
        type,
        attributes);
  }

  static Dataset taking(Dataset all, String where) {
    return new Dataset(
        all.entity(),
        all.name(),
        all.store(),
        all.container(),
        all.keyFields(),
        all.keyShape(),
        all.attributes(),
        Optional.of(where),
        all.severalRows(),
        all.view());
  }

  static Dataset several(Dataset one) {
    return new Dataset(
        one.entity(),
        one.name(),
        one.store(),
        one.container(),
        one.keyFields(),
        one.keyShape(),
        one.attributes(),
        one.where(),
        true,
        one.view());
  }

  void put(Row... rows) {
    fixture.put(database, CONTAINER, KEY, List.of(rows));
  }

  static Row row(SharedKey key, String name) {
    return new Row(Optional.of(key), Map.of("Full Name", Optional.of(name)));
  }

  static Row row(long key, String name) {
    return row(SharedKey.of(key), name);
  }

  Image read(Dataset dataset, SharedKey key) {
    return store.read(dataset, List.of(key)).getOrDefault(key, new Image.Duplicate(0));
  }

  Value name(Dataset dataset, SharedKey key) {
    return read(dataset, key) instanceof Image.Present(Map<String, Value> attributes)
        ? attributes.getOrDefault("name", new Value.Unmapped("absent"))
        : new Value.Unmapped("no row");
  }

  List<SharedKey> keys(Dataset dataset, KeyRange range) {
    return ScannedRow.drain(store, Scan.of(dataset, range)).stream()
        .filter(ScannedRow.Keyed.class::isInstance)
        .map(scanned -> ((ScannedRow.Keyed) scanned).key())
        .toList();
  }

  static List<SharedKey> numbers(long... numbers) {
    return LongStream.of(numbers).mapToObj(SharedKey::of).toList();
  }

  static KeyRange range(Optional<Long> from, Optional<Long> to) {
    return new KeyRange(from.map(SharedKey::of), to.map(SharedKey::of));
  }

  static Image.Present named(String name) {
    return new Image.Present(Map.of("name", Value.text(name)));
  }
}
