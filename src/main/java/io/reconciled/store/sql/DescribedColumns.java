package io.reconciled.store.sql;

import io.reconciled.store.Container;
import io.reconciled.store.Container.Field;
import io.reconciled.store.Container.Index;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Record;

/**
 * A catalog's columns, one a row: schema, table, estimated rows, name, type, 1 where it may be
 * null, and the name of its {@link Index}.
 */
final class DescribedColumns {
  private DescribedColumns() {}

  static List<Container> grouped(Iterable<? extends Record> columns) {
    Map<List<String>, List<Field>> fields = new LinkedHashMap<>();
    Map<List<String>, Long> rows = new LinkedHashMap<>();
    for (Record column : columns) {
      List<String> path = List.of(column.get(0, String.class), column.get(1, String.class));
      rows.put(path, column.get(2, Long.class));
      fields.computeIfAbsent(path, first -> new ArrayList<>()).add(field(column));
    }
    return fields.entrySet().stream()
        .map(entry ->
            new Container(entry.getKey(), entry.getValue(), rows.getOrDefault(entry.getKey(), -1L)))
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
