package io.reconciled.store.sql;

import io.reconciled.model.Dataset;
import java.util.List;
import java.util.stream.Collectors;

/** The mapped tables as a connector's list of patterns. */
final class CapturedTables {
  private CapturedTables() {}

  /**
   * Exactly the datasets' tables.
   *
   * @param outer the schema or database of a table that is mapped without one
   */
  static String pattern(List<Dataset> datasets, String outer) {
    return datasets.stream()
        .map(dataset -> literal(outer(dataset, outer)) + "\\." + literal(table(dataset)))
        .distinct()
        .sorted()
        .collect(Collectors.joining(","));
  }

  /** Exactly the schemas or databases of the datasets' tables. */
  static String outerPattern(List<Dataset> datasets, String outer) {
    return datasets.stream()
        .map(dataset -> literal(outer(dataset, outer)))
        .distinct()
        .sorted()
        .collect(Collectors.joining(","));
  }

  static String table(Dataset dataset) {
    return dataset.container().getLast();
  }

  static String outer(Dataset dataset, String otherwise) {
    int names = dataset.container().size();
    return names < 2 ? otherwise : dataset.container().get(names - 2);
  }

  /**
   * Every character that could mean something in a pattern or in a list of them stands for itself.
   */
  private static String literal(String name) {
    return name.codePoints()
        .mapToObj(c -> Character.isLetterOrDigit(c) || c == '_' ? text(c) : "\\" + text(c))
        .collect(Collectors.joining());
  }

  private static String text(int codePoint) {
    return Character.toString(codePoint);
  }
}
