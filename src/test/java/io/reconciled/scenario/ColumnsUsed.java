package io.reconciled.scenario;

import io.reconciled.model.Dataset;
import io.reconciled.model.Value;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** The columns of a dataset, with the kind of value that a scenario puts into them. */
final class ColumnsUsed {
  private static final Value FRACTION = Value.number(new BigDecimal("0.5"));

  private ColumnsUsed() {}

  /** A column that holds nothing but nulls might hold text. */
  static Map<String, Value> by(Scenario scenario, Dataset dataset) {
    Map<String, Value> columns = new TreeMap<>();
    dataset.attributes().values().forEach(column -> columns.put(column, Value.NULL));
    scenario
        .rows()
        .filter(row -> row.dataset().equals(dataset))
        .forEach(row ->
            row.row().forEach((column, value) -> columns.merge(column, value, ColumnsUsed::both)));
    columns.replaceAll((column, value) -> value instanceof Value.Null ? Value.text("") : value);
    return columns;
  }

  private static Value both(Value one, Value other) {
    if (one instanceof Value.Null || other.getClass() == one.getClass()) {
      return other;
    }
    return other instanceof Value.Null ? one : FRACTION;
  }
}
