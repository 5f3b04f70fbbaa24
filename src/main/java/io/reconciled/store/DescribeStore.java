package io.reconciled.store;

import io.reconciled.model.Value;
import java.util.List;
import java.util.Map;

/**
 * What is in a database that no rules file speaks of yet. Reads only, and little: the catalog, and
 * a limited number of rows. Every method may throw as those of {@link Store} do.
 */
public interface DescribeStore extends AutoCloseable {

  /** What the user may read, without what belongs to the database itself; in the order of names. */
  List<Container> containers();

  /**
   * Some rows, from several places of the container where that costs no more than a few lookups.
   *
   * @param rows at most so many
   * @return by field, decoded as {@link Store} decodes them; a field that a document lacks is
   *     missing
   */
  List<Map<String, Value>> sample(Container container, int rows);

  @Override
  void close();
}
