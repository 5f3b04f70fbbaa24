package io.reconciled.store.sql;

import io.reconciled.model.KeyShape;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.servers.CuttingProxy;
import io.reconciled.servers.Database;
import io.reconciled.servers.DatabaseServer;
import io.reconciled.servers.LossyLine;
import io.reconciled.store.Fixture;
import io.reconciled.store.StoreKind;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tables and rows by plain JDBC.
 *
 * @param quote what encloses a name
 * @param keyColumns the column type of each type of key
 * @param series a query for the numbers from 0, with {@code %d} for how many
 * @param castsKeys whether a key is written as {@code CAST(? AS its column type)}
 */
record SqlFixture(
    StoreKind kind,
    DatabaseServer server,
    String quote,
    Map<KeyType, String> keyColumns,
    String series,
    boolean castsKeys)
    implements Fixture {

  @Override
  public boolean knowsAbsence() {
    return false;
  }

  @Override
  public Database writer(Database database) {
    return server.admin(database);
  }

  @Override
  public LossyLine loseAnswers() throws IOException {
    return new CuttingProxy(server().port(), "COMMIT");
  }

  private String name(String name) {
    return quote + name + quote;
  }

  private String names(List<String> names) {
    return names.stream().map(this::name).collect(Collectors.joining(", "));
  }

  private String table(List<String> container) {
    return container.stream().map(this::name).collect(Collectors.joining("."));
  }

  private void execute(Database database, String statement) {
    try {
      server.admin(database).execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  @Override
  public void create(
      Database database,
      List<String> container,
      List<String> keyFields,
      KeyShape shape,
      List<String> fields) {
    String columns =
        fields.stream()
            .map(field -> name(field) + " varchar(100)")
            .collect(Collectors.joining(","));
    String keys =
        IntStream.range(0, keyFields.size())
            .mapToObj(i -> name(keyFields.get(i)) + " " + keyColumns.get(shape.parts().get(i)))
            .collect(Collectors.joining(","));
    execute(database, "CREATE TABLE %s (%s, %s)".formatted(table(container), keys, columns));
    if (!quote.equals("`")) {
      execute(database, "ALTER TABLE " + table(container) + " OWNER TO " + database.user());
    }
  }

  @Override
  public void put(
      Database database, List<String> container, List<String> keyFields, List<Row> rows) {
    try (Connection connection = server.admin(database).connect()) {
      for (Row row : rows) {
        insert(connection, table(container), keyFields, row);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("could not put rows into " + container, e);
    }
  }

  private void insert(Connection connection, String table, List<String> keyFields, Row row)
      throws SQLException {
    List<String> fields = row.attributes().keySet().stream().sorted().toList();
    List<SharedKey.Single> key = row.key().map(SharedKey::parts).orElse(List.of());
    List<String> columns = new ArrayList<>();
    List<String> marks = new ArrayList<>();
    for (int i = 0; i < key.size(); i++) {
      columns.add(name(keyFields.get(i)));
      boolean cast = castsKeys && key.get(i) instanceof SharedKey.UuidKey;
      marks.add(cast ? "CAST(? AS uuid)" : "?");
    }
    for (String field : fields) {
      columns.add(name(field));
      marks.add("?");
    }
    String sql =
        "INSERT INTO %s (%s) VALUES (%s)"
            .formatted(table, String.join(", ", columns), String.join(", ", marks));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < key.size(); i++) {
        statement.setObject(i + 1, plain(key.get(i)));
      }
      for (int i = 0; i < fields.size(); i++) {
        Optional<String> value = row.attributes().getOrDefault(fields.get(i), Optional.empty());
        statement.setString(key.size() + i + 1, value.orElse(null));
      }
      statement.executeUpdate();
    }
  }

  private static Object plain(SharedKey.Single key) {
    return key instanceof SharedKey.IntegerKey(long number) ? (Object) number : key.toString();
  }

  @Override
  public void fill(Database database, List<String> container, List<String> keyFields, int rows) {
    execute(
        database,
        "INSERT INTO %s (%s) %s"
            .formatted(table(container), names(keyFields), series.formatted(rows)));
    execute(
        database, "CREATE INDEX keyed ON %s (%s)".formatted(table(container), names(keyFields)));
  }

  @Override
  public void repeat(
      Database database, List<String> container, List<String> keyFields, SharedKey key, int rows) {
    execute(
        database,
        "INSERT INTO %s (%s) SELECT %s FROM (%s) AS n"
            .formatted(table(container), names(keyFields), key, series.formatted(rows)));
  }

  @Override
  public String where(String field, String text) {
    return name(field) + " = '" + text + "'";
  }

  @Override
  public List<String> unusableFilters() {
    return List.of(
        name("Form") + " = 'active'",
        "1 = 1; DROP TABLE x",
        "1 = 1) OR (1 = 1",
        "1 = 1 -- and no more",
        "1 = 1 /* and no more */",
        name("from") + " IN (SELECT 'active')",
        name("from") + " = ?",
        name("from") + " = 'a\\' OR 1 = 1",
        "nextval('s') = 1",
        "sleep(1) = 0",
        "");
  }

  @Override
  public void makeUnique(Database database, List<String> container, List<String> keyFields) {
    execute(
        database,
        quote.equals("`")
            ? "ALTER TABLE %s ADD UNIQUE (%s)".formatted(table(container), names(keyFields))
            : "ALTER TABLE %s ADD PRIMARY KEY (%s)".formatted(table(container), names(keyFields)));
  }
}
