package io.reconciled.store;

import io.reconciled.model.Dataset;
import io.reconciled.model.Image;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import java.util.Map;

/**
 * A compare-and-set of one key in one dataset.
 *
 * @param expected the image that must still hold, compared exactly (trailing blanks, case, null
 *     against absent): {@link Image.Present} with the attributes to check, or {@link Image.Absent}
 */
public record ConditionalWrite(Dataset dataset, SharedKey key, Image expected, Change change) {

  /** What to write. */
  public sealed interface Change {
    /** Sets these attributes of the row that is there and leaves all others. */
    record Set(Map<String, Value> attributes) implements Change {
      public Set {
        attributes = Map.copyOf(attributes);
      }
    }

    /** Adds the row; goes with an expected absence. */
    record Insert(Map<String, Value> attributes) implements Change {
      public Insert {
        attributes = Map.copyOf(attributes);
      }
    }

    /** Removes the row. */
    record Delete() implements Change {}
  }
}
