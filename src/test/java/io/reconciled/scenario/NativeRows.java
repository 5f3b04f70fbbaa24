package io.reconciled.scenario;

import io.reconciled.model.Dataset;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import java.util.List;
import java.util.Map;

/** Writes to a real database by its own client, past everything of ours. */
interface NativeRows extends AutoCloseable {
  /**
   * @param columns with a value that is like all that they will hold
   */
  void create(Dataset dataset, Map<String, Value> columns);

  /** These are the rows of the key from now on. */
  void replace(Dataset dataset, SharedKey key, List<Map<String, Value>> rows);

  @Override
  void close();
}
