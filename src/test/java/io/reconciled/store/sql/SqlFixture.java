package io.reconciled.store.sql;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
      String keyField,
      KeyType type,
      List<String> fields) {
    String columns =
        fields.stream()
            .map(field -> name(field) + " varchar(100)")
            .collect(Collectors.joining(","));
    execute(
        database,
        "CREATE TABLE %s (%s %s, %s)"
            .formatted(table(container), name(keyField), keyColumns.get(type), columns));
    if (!quote.equals("`")) {
      execute(database, "ALTER TABLE " + table(container) + " OWNER TO " + database.user());
    }
  }

  @Override
  public void put(Database database, List<String> container, String keyField, List<Row> rows) {
    try (Connection connection = server.admin(database).connect()) {
      for (Row row : rows) {
        insert(connection, table(container), keyField, row);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("could not put rows into " + container, e);
    }
  }

  private void insert(Connection connection, String table, String keyField, Row row)
      throws SQLException {
    List<String> fields = row.attributes().keySet().stream().sorted().toList();
    String columns = fields.stream().map(field -> ", " + name(field)).collect(Collectors.joining());
    String key =
        castsKeys && row.key().orElse(SharedKey.of(0)) instanceof SharedKey.UuidKey
            ? "CAST(? AS uuid)"
            : "?";
    String sql =
        "INSERT INTO %s (%s%s) VALUES (%s%s)"
            .formatted(table, name(keyField), columns, key, ", ?".repeat(fields.size()));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, row.key().map(SqlFixture::plain).orElse(null));
      for (int i = 0; i < fields.size(); i++) {
        Optional<String> value = row.attributes().getOrDefault(fields.get(i), Optional.empty());
        statement.setString(i + 2, value.orElse(null));
      }
      statement.executeUpdate();
    }
  }

  private static @Nullable Object plain(SharedKey key) {
    return key instanceof SharedKey.IntegerKey(long number) ? (Object) number : key.toString();
  }

  @Override
  public void fill(Database database, List<String> container, String keyField, int rows) {
    execute(
        database,
        "INSERT INTO %s (%s) %s"
            .formatted(table(container), name(keyField), series.formatted(rows)));
    execute(database, "CREATE INDEX keyed ON %s (%s)".formatted(table(container), name(keyField)));
  }

  @Override
  public void repeat(
      Database database, List<String> container, String keyField, SharedKey key, int rows) {
    execute(
        database,
        "INSERT INTO %s (%s) SELECT %s FROM (%s) AS n"
            .formatted(table(container), name(keyField), key, series.formatted(rows)));
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
  public void makeUnique(Database database, List<String> container, String keyField) {
    execute(
        database,
        quote.equals("`")
            ? "ALTER TABLE %s ADD UNIQUE (%s)".formatted(table(container), name(keyField))
            : "ALTER TABLE %s ADD PRIMARY KEY (%s)".formatted(table(container), name(keyField)));
  }
}
