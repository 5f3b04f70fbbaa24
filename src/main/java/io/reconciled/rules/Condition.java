package io.reconciled.rules;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Value;
import java.util.List;
import java.util.Map;

/**
 * A compiled expression over the images of one key that is true or false. Pure, bounded in its
 * work, and safe for use by several threads.
 */
public interface Condition {
  /** As written in the rules file. */
  String source();

  /** The datasets that it reads, in the order of their first mention. */
  List<DatasetName> datasets();

  /**
   * @param images the canonical attributes of every dataset that it reads
   */
  Outcome over(Map<DatasetName, Map<String, Value>> images);

  /** What it comes to. */
  sealed interface Outcome {
    /** It is true or false. */
    record Decided(boolean truth) implements Outcome {}

    /**
     * It cannot be told, as where an attribute is absent or of a kind that cannot be compared.
     *
     * @param why one line, without values
     */
    record Undecided(String why) implements Outcome {}
  }
}
