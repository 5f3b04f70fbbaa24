package io.reconciled.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.Image;
import io.reconciled.model.KeyRange;
import io.reconciled.model.KeyType;
import io.reconciled.model.Secret;
import io.reconciled.model.SharedKey;
import io.reconciled.model.StoreName;
import io.reconciled.model.Value;
import io.reconciled.servers.Database;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One table with a column of each kind, and what a store should read of its one row. */
public final class ColumnKinds {
  private static final String TABLE = "kinds";
  private final List<String> types = new ArrayList<>();
  private final List<String> literals = new ArrayList<>();
  private final Map<String, Value> expected = new LinkedHashMap<>();

  /** Adds a column; its place in {@link #expected} is told by its type and literal. */
  public ColumnKinds with(String type, String literal, Value value) {
    types.add(type);
    literals.add(literal);
    expected.put(name(types.size() - 1), value);
    return this;
  }

  public static Value moment(String instant, int digits) {
    return new Value.Moment(Instant.parse(instant), digits);
  }

  public static Value decimal(String number) {
    return Value.number(new BigDecimal(number));
  }

  public static Value unmapped(String type) {
    return new Value.Unmapped(type);
  }

  /** By column type and literal, so that a failure names both. */
  public Map<String, Value> expected() {
    return expected;
  }

  /**
   * Creates the table as the given user, and reads it as the store does.
   *
   * @param before statements for the session that writes
   */
  public Map<String, Value> stored(StoreKind kind, Database database, String... before)
      throws SQLException {
    StringBuilder columns = new StringBuilder("id bigint PRIMARY KEY");
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < types.size(); i++) {
      columns.append(", c").append(i).append(' ').append(types.get(i));
      attributes.put(name(i), "c" + i);
    }
    List<String> statements = new ArrayList<>(List.of(before));
    statements.add("CREATE TABLE %s (%s)".formatted(TABLE, columns));
    statements.add("INSERT INTO %s VALUES (1, %s)".formatted(TABLE, String.join(", ", literals)));
    database.execute(statements.toArray(String[]::new));
    return read(kind, database, TABLE, "id", attributes);
  }

  private String name(int column) {
    return types.get(column) + " " + literals.get(column);
  }

  /** The attributes of key 1, which a scan must show as well. */
  public static Map<String, Value> read(
      StoreKind kind,
      Database database,
      String container,
      String key,
      Map<String, String> attributes) {
    return read(kind, database, Map.of(), container, key, attributes);
  }

  /** The attributes of key 1, by a connection with these options of its driver. */
  public static Map<String, Value> read(
      StoreKind kind,
      Database database,
      Map<String, String> options,
      String container,
      String key,
      Map<String, String> attributes) {
    StoreName name = new StoreName("tested");
    StoreSettings settings =
        new StoreSettings(
            name,
            URI.create(database.url()),
            database.user(),
            new Secret(database.password()),
            StoreSettings.DEFAULT_TIMEOUT,
            options);
    Dataset dataset =
        new Dataset(
            new EntityName("kinds"),
            new DatasetName("tested"),
            name,
            List.of(container),
            key,
            KeyType.INTEGER,
            attributes);
    try (Store store = kind.open(settings)) {
      SharedKey one = SharedKey.of(1);
      Image.Present image = (Image.Present) store.read(dataset, List.of(one)).get(one);
      assertThat(ScannedRow.drain(store, Scan.of(dataset, KeyRange.ALL)))
          .as("what a scan shows is what is read")
          .containsExactly(new ScannedRow.Keyed(one, image));
      return image.attributes();
    }
  }
}
