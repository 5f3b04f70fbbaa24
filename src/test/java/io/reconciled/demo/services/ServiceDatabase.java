package io.reconciled.demo.services;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A service's own database. Used by one thread at a time. */
public interface ServiceDatabase extends AutoCloseable {

  /** The store's name, as under {@code connectors/}. */
  String store();

  /**
   * Makes the database hold these rows; of several for one key, the last.
   *
   * @return empty when it is done; otherwise why nobody knows that it is, and it must be tried
   *     again
   */
  Optional<String> put(List<Row> rows);

  /**
   * All it holds, by key.
   *
   * @throws IllegalStateException if it cannot be read
   */
  Map<Long, Subscriber> all();

  @Override
  void close();
}
