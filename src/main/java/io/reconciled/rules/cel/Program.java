package io.reconciled.rules.cel;

import dev.cel.common.types.CelType;
import io.reconciled.model.DatasetName;
import io.reconciled.model.Value;
import java.util.List;
import java.util.Map;

/**
 * A compiled expression.
 *
 * @param slots how many variables it uses
 * @param datasets that it reads
 * @param type of its value, as the checker sees it
 */
record Program(Node root, int slots, List<DatasetName> datasets, CelType type) {

  /** Its value; {@link Value.Unmapped} with the reason where it has none. */
  Value over(Map<DatasetName, Map<String, Value>> images) {
    Evaluation evaluation = new Evaluation(images, slots);
    Value value = root.over(evaluation);
    if (!evaluation.exhausted() && Measure.fits(evaluation, value)) {
      return value;
    }
    return evaluation.exhausted() ? Evaluation.TOO_MUCH : Evaluation.TOO_LARGE;
  }
}
