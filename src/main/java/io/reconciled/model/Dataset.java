package io.reconciled.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An entity's place in one store: a table or a collection, with its key and attributes mapped. A
 * dataset that is spread over several tables or stores is several of these, which share their name.
 *
 * @param container the table or collection, as a path from the outermost name inwards (schema,
 *     table); names as the database has them, unquoted
 * @param keyField the column, or the dotted path in a document, that holds the shared key; need not
 *     be the primary key
 * @param where which rows it takes, in the store's own language; empty for all
 * @param severalRows whether several rows may carry one key, which then is an {@link Image.Several}
 * @param attributes attribute name to column name or dotted document path
 */
public record Dataset(
    EntityName entity,
    DatasetName name,
    StoreName store,
    List<String> container,
    String keyField,
    KeyType keyType,
    Map<String, String> attributes,
    Optional<String> where,
    boolean severalRows) {
  public Dataset {
    container = List.copyOf(container);
    attributes = Map.copyOf(attributes);
  }

  /** A dataset that takes every row of its container, each with a key of its own. */
  public Dataset(
      EntityName entity,
      DatasetName name,
      StoreName store,
      List<String> container,
      String keyField,
      KeyType keyType,
      Map<String, String> attributes) {
    this(entity, name, store, container, keyField, keyType, attributes, Optional.empty(), false);
  }

  /** The same dataset without its attributes. */
  public Dataset keysOnly() {
    return new Dataset(
        entity, name, store, container, keyField, keyType, Map.of(), where, severalRows);
  }

  @Override
  public String toString() {
    return entity + "/" + name;
  }
}
