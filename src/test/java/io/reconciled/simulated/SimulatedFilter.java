package io.reconciled.simulated;

import io.reconciled.model.Dataset;
import io.reconciled.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The whole language of filters: {@code field = text}. */
final class SimulatedFilter {
  private final Predicate<Map<String, Value>> taken;

  private SimulatedFilter(Predicate<Map<String, Value>> taken) {
    this.taken = taken;
  }

  /** Empty where the dataset's filter is none, or names a field that the table lacks. */
  static Optional<SimulatedFilter> of(Dataset dataset, SimulatedTable table) {
    if (dataset.where().isEmpty()) {
      return Optional.of(new SimulatedFilter(row -> true));
    }
    String[] sides = dataset.where().get().split(" = ", 2);
    return sides.length == 2 && table.fields().contains(sides[0])
        ? Optional.of(new SimulatedFilter(row -> Value.text(sides[1]).equals(row.get(sides[0]))))
        : Optional.empty();
  }

  List<Map<String, Value>> taken(List<Map<String, Value>> rows) {
    return rows.stream().filter(taken).toList();
  }
}
