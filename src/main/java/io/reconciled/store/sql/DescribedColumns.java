package io.reconciled.store.sql;

import io.reconciled.store.Container;
import io.reconciled.store.Container.Field;
import io.reconciled.store.Container.Index;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Record;

/**
 * A catalog's columns but for large objects, one a row: schema, table, estimated rows, name, type,
 * 1 where it may be null, the name of its {@link Index}, and 1 where the table is a view.
 */
final class DescribedColumns {
  /** Columns that may hold files: they are no keys, and a sample of them would fill the memory. */
  private static final Set<String> LARGE = Set.of("bytea", "blob", "mediumblob", "longblob");

  private DescribedColumns() {}

  static List<Container> grouped(Iterable<? extends Record> columns) {
    Map<List<String>, List<Field>> fields = new LinkedHashMap<>();
    Map<List<String>, Long> rows = new LinkedHashMap<>();
    Set<List<String>> views = new HashSet<>();
    for (Record column : columns) {
      List<String> path = List.of(column.get(0, String.class), column.get(1, String.class));
      rows.put(path, column.get(2, Long.class));
      if (column.get(7, Integer.class) == 1) {
        views.add(path);
      }
      Field field = field(column);
      if (!LARGE.contains(field.type())) {
        fields.computeIfAbsent(path, first -> new ArrayList<>()).add(field);
      }
    }
    return fields.entrySet().stream()
        .map(entry ->
            new Container(
                entry.getKey(),
                entry.getValue(),
                rows.getOrDefault(entry.getKey(), -1L),
                views.contains(entry.getKey())))
        .toList();
  }

  private static Field field(Record column) {
    return new Field(
        column.get(3, String.class),
        column.get(4, String.class),
        column.get(5, Integer.class) == 1,
        Index.valueOf(column.get(6, String.class)));
  }
}
