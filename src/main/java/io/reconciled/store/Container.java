package io.reconciled.store;

import java.util.List;

/**
 * A table, a view or a collection as its database describes it.
 *
 * @param path names from the outermost inwards, as the database has them
 * @param fields columns, or the dotted paths that a sample of documents has
 * @param estimatedRows as the database guesses it; negative where it does not
 * @param view whether it is a view, or something else whose changes no log shows
 */
public record Container(List<String> path, List<Field> fields, long estimatedRows, boolean view) {
  public Container {
    path = List.copyOf(path);
    fields = List.copyOf(fields);
  }

  /** A table or a collection. */
  public Container(List<String> path, List<Field> fields, long estimatedRows) {
    this(path, fields, estimatedRows, false);
  }

  /**
   * One column or document path.
   *
   * @param type in the database's own words
   */
  public record Field(String name, String type, boolean nullable, Index index) {
    public boolean indexed() {
      return index != Index.NONE;
    }

    public boolean unique() {
      return index == Index.UNIQUE || index == Index.PRIMARY;
    }
  }

  /** What a lookup by one field costs, and promises. */
  public enum Index {
    NONE,
    /** An index begins with the field. */
    INDEXED,
    /** The field alone tells rows apart. */
    UNIQUE,
    /** The field alone is the primary key. */
    PRIMARY
  }

  @Override
  public String toString() {
    return String.join(".", path);
  }
}
