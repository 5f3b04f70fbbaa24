package io.reconciled.store.sql;

import io.reconciled.model.Value;
import io.reconciled.store.Container;
import io.reconciled.store.Container.Index;
import io.reconciled.store.DescribeStore;
import io.reconciled.store.StoreSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;

/** What is in an SQL database. */
final class DescribeSql implements DescribeStore {
  private final StoreSettings settings;
  private final Dialect dialect;
  private final SqlConnections connections;

  DescribeSql(StoreSettings settings, Dialect dialect) {
    this.settings = settings;
    this.dialect = dialect;
    this.connections = new SqlConnections(settings, dialect);
  }

  @Override
  public List<Container> containers() {
    return connections.ask(
        "describe its tables", sql -> dialect.catalog(sql, settings).containers());
  }

  /** Half from each end of the primary key: the oldest rows alone are often all alike. */
  @Override
  public List<Map<String, Value>> sample(Container container, int rows) {
    return connections.ask(
        "sample " + container,
        sql -> {
          List<Field<Object>> key =
              container.fields().stream()
                  .filter(field -> field.index() == Index.PRIMARY)
                  .map(field -> column(field.name()))
                  .toList();
          if (key.isEmpty()) {
            return rows(select(sql, container).limit(rows), container);
          }
          Set<Map<String, Value>> both = new LinkedHashSet<>();
          both.addAll(
              rows(select(sql, container).orderBy(key.getFirst()).limit(rows / 2), container));
          both.addAll(
              rows(
                  select(sql, container).orderBy(key.getFirst().desc()).limit(rows / 2),
                  container));
          return List.copyOf(both);
        });
  }

  private static SelectJoinStep<Record> select(DSLContext sql, Container container) {
    List<Field<Object>> columns =
        container.fields().stream().map(field -> column(field.name())).toList();
    return sql.select(columns).from(DSL.table(DSL.name(container.path().toArray(String[]::new))));
  }

  private static Field<Object> column(String name) {
    return DSL.field(DSL.name(name));
  }

  private List<Map<String, Value>> rows(ResultQuery<?> query, Container container)
      throws SQLException {
    List<Map<String, Value>> found = new ArrayList<>();
    try (var cursor = query.fetchLazy();
        ResultSet rows = cursor.resultSet()) {
      List<ColumnReader> readers = new ArrayList<>();
      for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
        readers.add(dialect.types().reader(rows, column));
      }
      while (rows.next()) {
        found.add(row(rows, container, readers));
      }
    }
    return found;
  }

  private static Map<String, Value> row(
      ResultSet row, Container container, List<ColumnReader> readers) throws SQLException {
    Map<String, Value> values = new HashMap<>();
    for (int i = 0; i < readers.size(); i++) {
      values.put(container.fields().get(i).name(), readers.get(i).read(row, i + 1));
    }
    return values;
  }

  @Override
  public void close() {
    connections.close();
  }
}
