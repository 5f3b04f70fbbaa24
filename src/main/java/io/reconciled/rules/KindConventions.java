package io.reconciled.rules;

import java.util.List;

/**
 * How one kind of store is written about. A kind without a line of its own is an SQL database: its
 * URL's scheme is its name, and its datasets are tables.
 *
 * @param schemes that its URL may have
 * @param container {@code table} or {@code collection}
 * @param keepsLog whether its server keeps the log for as long as a reader has not acknowledged it
 */
record KindConventions(List<String> schemes, String container, boolean keepsLog) {
  static final String TABLE = "table";
  static final String COLLECTION = "collection";

  static KindConventions of(String kind) {
    return switch (kind) {
      case "mongodb" -> new KindConventions(List.of("mongodb", "mongodb+srv"), COLLECTION, false);
      case "postgresql" -> new KindConventions(List.of(kind), TABLE, true);
      default -> new KindConventions(List.of(kind), TABLE, false);
    };
  }
}
