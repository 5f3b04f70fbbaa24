package io.reconciled.capture;

import io.reconciled.model.CompositeShape;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.EntityName;
import io.reconciled.model.KeyType;
import io.reconciled.model.StoreName;
import io.reconciled.servers.Database;
import io.reconciled.store.StoreSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A table whose primary key is the shared key. */
abstract class FollowedSql implements FollowedStore {
  static final EntityName ENTITY = new EntityName("subscriber");
  private final Database follower;
  private final Database owner;
  private final String table;

  /**
   * @param table quoted as the database wants it
   */
  FollowedSql(Database follower, Database owner, String table) {
    this.follower = follower;
    this.owner = owner;
    this.table = table;
  }

  final void createTable() {
    execute("CREATE TABLE " + table + " (id bigint PRIMARY KEY, status varchar(20))");
  }

  final void createCompositeTable() {
    execute(
        "CREATE TABLE %s (id bigint, status varchar(20), tenant varchar(20) DEFAULT '%s',"
                .formatted(table, TENANT)
            + " PRIMARY KEY (tenant, id))");
  }

  @Override
  public StoreSettings settings() {
    return follower.asStore(new StoreName(follower.name()));
  }

  Dataset dataset(List<String> container) {
    return new Dataset(
        ENTITY,
        new DatasetName(follower.name()),
        new StoreName(follower.name()),
        container,
        "id",
        KeyType.INTEGER,
        Map.of("status", "status"));
  }

  static Dataset composite(Dataset one) {
    return new Dataset(
        one.entity(),
        one.name(),
        one.store(),
        one.container(),
        List.of("tenant", one.keyFields().getFirst()),
        new CompositeShape(List.of(KeyType.TEXT, KeyType.INTEGER)),
        one.attributes(),
        Optional.empty(),
        false,
        false);
  }

  @Override
  public void insert(long key) {
    execute("INSERT INTO %s (id, status) VALUES (%d, 'new')".formatted(table, key));
  }

  /**
   * @param numbers a query of the numbers from 1 on
   */
  final void insertFrom(String numbers) {
    execute("INSERT INTO %s (id, status) SELECT n, 'new' FROM (%s) s".formatted(table, numbers));
  }

  @Override
  public void update(long key) {
    execute("UPDATE %s SET status = 'changed' WHERE id = %d".formatted(table, key));
  }

  @Override
  public void delete(long key) {
    execute("DELETE FROM %s WHERE id = %d".formatted(table, key));
  }

  @Override
  public void changeKey(long from, long to) {
    execute("UPDATE %s SET id = %d WHERE id = %d".formatted(table, to, from));
  }

  final void execute(String... statements) {
    try {
      owner.execute(statements);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Asks as the follower, with the follower's rights. */
  final <T> T ask(String sql, Function<List<String>, T> firstRow) {
    try (Connection connection = follower.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return firstRow.apply(
          rows.getMetaData().getColumnCount() > 1
              ? List.of(rows.getString(1), rows.getString(2))
              : List.of(rows.getString(1)));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
