package io.reconciled.rules.normalise;

import io.reconciled.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Normalisations applied one after the other. Each is idempotent by itself; a row of them need not
 * be, since a later one may make again what an earlier one removes.
 */
public record Pipeline(List<Normalisation> steps) {
  public static final Pipeline EMPTY = new Pipeline(List.of());

  public Pipeline {
    steps = List.copyOf(steps);
  }

  /**
   * @param value empty for a field that its document lacks
   */
  public Optional<Value> apply(Optional<Value> value) {
    Optional<Value> result = value;
    for (Normalisation step : steps) {
      result = step.apply(result);
    }
    return result;
  }

  /** The steps that changed the value, in their order; the others are not listed. */
  public List<Change> trace(Optional<Value> value) {
    List<Change> changes = new ArrayList<>();
    Optional<Value> before = value;
    for (Normalisation step : steps) {
      Optional<Value> after = step.apply(before);
      if (!after.equals(before)) {
        changes.add(new Change(step.name(), before, after));
      }
      before = after;
    }
    return List.copyOf(changes);
  }

  /**
   * What one step did.
   *
   * @param name of the normalisation, with its parameter
   */
  public record Change(String name, Optional<Value> before, Optional<Value> after) {}
}
