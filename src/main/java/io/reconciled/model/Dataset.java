package io.reconciled.model;

import java.util.List;
import java.util.Map;

/**
 * An entity's place in one store: a table or a collection, with its key and attributes mapped.
 *
 * @param container the table or collection, as a path from the outermost name inwards (schema,
 *     table); names as the database has them, unquoted
 * @param keyField the column, or the dotted path in a document, that holds the shared key; need not
 *     be the primary key
 * @param attributes attribute name to column name or dotted document path
 */
public record Dataset(
    EntityName entity,
    DatasetName name,
    StoreName store,
    List<String> container,
    String keyField,
    KeyType keyType,
    Map<String, String> attributes) {
  public Dataset {
    container = List.copyOf(container);
    attributes = Map.copyOf(attributes);
  }

  @Override
  public String toString() {
    return entity + "/" + name;
  }
}
