package io.reconciled.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An entity's place in one store: a table, a collection or a view, with its key and attributes
 * mapped. A dataset that is spread over several tables or stores is several of these, which share
 * their name.
 *
 * @param container the table, collection or view, as a path from the outermost name inwards
 *     (schema, table); names as the database has them, unquoted
 * @param keyFields the column, or the dotted path in a document, that holds the shared key, or one
 *     for each of its parts in their order; need not be the primary key
 * @param where which rows it takes, in the store's own language; empty for all
 * @param severalRows whether several rows may carry one key, which then is an {@link Image.Several}
 * @param attributes attribute name to column name or dotted document path
 * @param view whether it lies on a view, or something else whose changes no log shows: sweeps alone
 *     see it, and no capture vouches for it
 */
public record Dataset(
    EntityName entity,
    DatasetName name,
    StoreName store,
    List<String> container,
    List<String> keyFields,
    KeyShape keyShape,
    Map<String, String> attributes,
    Optional<String> where,
    boolean severalRows,
    boolean view) {
  public Dataset {
    container = List.copyOf(container);
    keyFields = List.copyOf(keyFields);
    attributes = Map.copyOf(attributes);
  }

  /**
   * A dataset that takes every row of its table or collection, each with a key of its own, of one
   * part.
   */
  public Dataset(
      EntityName entity,
      DatasetName name,
      StoreName store,
      List<String> container,
      String keyField,
      KeyType keyType,
      Map<String, String> attributes) {
    this(
        entity,
        name,
        store,
        container,
        List.of(keyField),
        keyType,
        attributes,
        Optional.empty(),
        false,
        false);
  }

  /** The names of its attributes in their natural order. */
  public List<String> sortedAttributes() {
    return attributes.keySet().stream().sorted().toList();
  }

  /** The same dataset without its attributes. */
  public Dataset keysOnly() {
    return new Dataset(
        entity, name, store, container, keyFields, keyShape, Map.of(), where, severalRows, view);
  }

  @Override
  public String toString() {
    return entity + "/" + name;
  }
}
