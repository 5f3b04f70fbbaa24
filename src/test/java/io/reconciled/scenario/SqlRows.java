package io.reconciled.scenario;

import io.reconciled.model.Dataset;
import io.reconciled.model.KeyType;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import io.reconciled.servers.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tables and rows by statements with literals. */
final class SqlRows implements NativeRows {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);
  private final Connection connection;
  private final String quote;
  private final String time;

  private SqlRows(Database database, String quote, String time, String utc) {
    this.quote = quote;
    this.time = time;
    try {
      this.connection = database.connect();
    } catch (SQLException failed) {
      throw new IllegalStateException("cannot write to " + database.name(), failed);
    }
    run(utc);
  }

  static SqlRows inPostgres(Database database) {
    return new SqlRows(database, "\"", "timestamptz", "SET TIME ZONE 'UTC'");
  }

  static SqlRows inMariaDb(Database database) {
    return new SqlRows(database, "`", "timestamp(6) NULL", "SET time_zone = '+00:00'");
  }

  @Override
  public void create(Dataset dataset, Map<String, Value> columns) {
    String key = dataset.keyShape() == KeyType.INTEGER ? "bigint" : "varchar(60)";
    String others =
        columns.entrySet().stream()
            .map(column -> ", " + name(column.getKey()) + " " + type(column.getValue()))
            .collect(Collectors.joining());
    run("CREATE TABLE %s (%s %s%s)".formatted(table(dataset), key(dataset), key, others));
  }

  @Override
  public void replace(Dataset dataset, SharedKey key, List<Map<String, Value>> rows) {
    String named = key instanceof SharedKey.IntegerKey ? key.toString() : "'" + key + "'";
    run("DELETE FROM %s WHERE %s = %s".formatted(table(dataset), key(dataset), named));
    for (Map<String, Value> row : rows) {
      List<String> columns = List.copyOf(row.keySet());
      run(
          "INSERT INTO %s (%s%s) VALUES (%s%s)"
              .formatted(
                  table(dataset),
                  key(dataset),
                  columns.stream().map(c -> ", " + name(c)).collect(Collectors.joining()),
                  named,
                  columns.stream()
                      .map(c -> ", " + literal(row.getOrDefault(c, Value.NULL)))
                      .collect(Collectors.joining())));
    }
  }

  private String table(Dataset dataset) {
    return dataset.container().stream().map(this::name).collect(Collectors.joining("."));
  }

  private String key(Dataset dataset) {
    return name(dataset.keyFields().getFirst());
  }

  private String name(String name) {
    return quote + name + quote;
  }

  private String type(Value like) {
    return switch (like) {
      case Value.Whole whole -> "bigint";
      case Value.Decimal decimal -> "numeric(20, 6)";
      case Value.Bool bool -> "boolean";
      case Value.Moment moment -> time;
      default -> "varchar(100)";
    };
  }

  private static String literal(Value value) {
    return switch (value) {
      case Value.Null none -> "NULL";
      case Value.Moment moment -> "'" + TIME.format(moment.instant()) + "'";
      case Value.Text(String text) -> "'" + text.replace("'", "''") + "'";
      case Value.Whole number -> number.toString();
      case Value.Decimal number -> number.toString();
      case Value.Bool truth -> truth.toString();
      default -> throw new IllegalArgumentException("no scenario has a literal for " + value);
    };
  }

  private void run(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(sql, failed);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException gone) {
      // The scenario is over, and the database is nobody else's.
    }
  }
}
