package io.reconciled.store;

import io.reconciled.model.KeyShape;
import io.reconciled.model.SharedKey;
import io.reconciled.servers.Database;
import io.reconciled.servers.LossyLine;
import io.reconciled.servers.Server;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a test makes datasets and rows in one kind of store without the store's own code. */
public interface Fixture {
  /** An attribute's value as a test writes it; every dataset's attributes hold text. */
  record Row(Optional<SharedKey> key, Map<String, Optional<String>> attributes) {}

  StoreKind kind();

  Server server();

  /** Whether an attribute may be absent from one row and null in another. */
  boolean knowsAbsence();

  /**
   * Makes a table or collection whose key fields are neither unique nor required.
   *
   * @param fields names of fields that hold text
   */
  void create(
      Database database,
      List<String> container,
      List<String> keyFields,
      KeyShape shape,
      List<String> fields);

  /** Adds rows; a null attribute is an empty value, an absent one is missing. */
  void put(Database database, List<String> container, List<String> keyFields, List<Row> rows);

  /** Adds rows with the keys from 0, {@code rows} of them, and an index on the key. */
  void fill(Database database, List<String> container, List<String> keyFields, int rows);

  /** Adds rows that all have one key. */
  void repeat(
      Database database, List<String> container, List<String> keyFields, SharedKey key, int rows);

  /** A filter in the store's language that takes the rows whose field is exactly this text. */
  String where(String field, String text);

  /** Filters that may not be used, or name what is not there. */
  List<String> unusableFilters();

  /** Makes the key unique. */
  void makeUnique(Database database, List<String> container, List<String> keyFields);

  /** The database as the user who may write. */
  Database writer(Database database);

  /** A line to the server on which the answer to a write gets lost once the write is final. */
  LossyLine loseAnswers() throws IOException;

  /** The database as it is reached through another port, and by no other way. */
  default Database through(Database database, int port) {
    return new Database(
        database.name(),
        database.url().replace(":" + server().port(), ":" + port),
        database.user(),
        database.password());
  }
}
