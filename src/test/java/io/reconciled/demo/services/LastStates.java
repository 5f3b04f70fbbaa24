package io.reconciled.demo.services;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What remains to be written of a run of rows, when the last state of each key wins. */
record LastStates(List<Subscriber> present, List<Long> absent) {

  static LastStates of(List<Row> rows) {
    Map<Long, Row> last = new LinkedHashMap<>();
    rows.forEach(row -> last.put(row.key(), row));
    List<Subscriber> present = new ArrayList<>();
    List<Long> absent = new ArrayList<>();
    for (Row row : last.values()) {
      row.subscriber().ifPresentOrElse(present::add, () -> absent.add(row.key()));
    }
    return new LastStates(present, absent);
  }
}
