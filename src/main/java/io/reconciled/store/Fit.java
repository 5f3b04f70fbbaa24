package io.reconciled.store;

import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether what a dataset maps is there in its store, at one moment. */
public sealed interface Fit {
  /**
   * What a store says of a dataset that it cannot describe: that it is there, and ever the same.
   */
  Fit UNTOLD = new Whole("", Map.of());

  /**
   * All of it is there.
   *
   * @param mark another one where the container, or a mapped column, was replaced or retyped, which
   *     may have changed its rows without telling of any
   * @param columns the mapped columns by name, as far as the store gives them types
   */
  record Whole(String mark, Map<String, Column> columns) implements Fit {
    public Whole {
      columns = Map.copyOf(columns);
    }
  }

  /**
   * A mapped column.
   *
   * @param type as the store names it
   * @param kind alike for types that hold the same kind of values, such as numbers
   */
  record Column(String type, String kind) {}

  /**
   * Some of it is not, so the dataset is not read, or its changes are not told.
   *
   * @param complaints at least one error
   */
  record Misfit(List<StoreComplaint> complaints) implements Fit {
    public Misfit {
      complaints = List.copyOf(complaints);
    }

    /** Why nothing is read of it. */
    public Unread unread() {
      String what = complaints.stream().map(StoreComplaint::what).collect(Collectors.joining("; "));
      return new Unread(UnverifiedReason.MISCONFIGURED, what);
    }
  }
}
