package io.reconciled.app;

import io.reconciled.model.DatasetName;
import io.reconciled.model.Image;
import io.reconciled.model.Reading;
import io.reconciled.model.Readings;
import io.reconciled.model.Unread;
import io.reconciled.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What every store holds of one key, side by side: a line for each attribute, a column for each
 * dataset. A value that its mapping reads otherwise is shown as {@code stored → read}.
 */
final class ExplainImages {
  private static final String GAP = "  ";
  private static final int WIDEST = 60;
  private final Readings stored;
  private final Readings canonical;

  ExplainImages(Readings stored, Readings canonical) {
    this.stored = stored;
    this.canonical = canonical;
  }

  /** The lines of the table, its head first. */
  List<String> lines() {
    List<DatasetName> datasets = stored.byDataset().keySet().stream().sorted().toList();
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of(""));
    datasets.forEach(dataset -> head.add(dataset.value()));
    rows.add(head);
    List<String> state = new ArrayList<>(List.of(""));
    datasets.forEach(dataset -> state.add(state(dataset)));
    rows.add(state);
    for (String attribute : attributes(datasets)) {
      List<String> row = new ArrayList<>(List.of(attribute));
      datasets.forEach(dataset -> row.add(cell(dataset, attribute)));
      rows.add(row);
    }
    List<String> lines = new ArrayList<>(aligned(rows));
    for (DatasetName dataset : datasets) {
      if (stored.of(dataset) instanceof Unread unread) {
        lines.add(dataset + ": " + unread.detail());
      }
    }
    return lines;
  }

  private String state(DatasetName dataset) {
    Reading seen = stored.of(dataset);
    String inWords =
        switch (seen) {
          case Image.Present present -> "present";
          case Image.Absent absent -> "absent";
          case Image.Several several -> several.rows().size() + " rows";
          case Image.Duplicate(int rows) -> rows + " rows carry this key";
          case Unread unread -> "not read";
        };
    boolean gone = !(seen instanceof Image.Absent) && canonical.of(dataset) instanceof Image.Absent;
    return gone ? inWords + " → gone" : inWords;
  }

  private SortedSet<String> attributes(List<DatasetName> datasets) {
    SortedSet<String> attributes = new TreeSet<>();
    for (DatasetName dataset : datasets) {
      attributes.addAll(values(stored, dataset).keySet());
      attributes.addAll(values(canonical, dataset).keySet());
    }
    return attributes;
  }

  private String cell(DatasetName dataset, String attribute) {
    Value raw = values(stored, dataset).get(attribute);
    Value read = values(canonical, dataset).get(attribute);
    if (raw == null) {
      return read == null ? "" : "computed → " + shown(read);
    }
    return read == null || read.equals(raw) ? shown(raw) : shown(raw) + " → " + shown(read);
  }

  private static Map<String, Value> values(Readings readings, DatasetName dataset) {
    return readings.of(dataset) instanceof Image.Present(Map<String, Value> attributes)
        ? attributes
        : Map.of();
  }

  /** Text stands in quotes, so that blanks at its ends and numbers in it can be told. */
  static String shown(Value value) {
    String text = value instanceof Value.Text(String held) ? "'" + held + "'" : value.toString();
    return text.codePointCount(0, text.length()) <= WIDEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, WIDEST)) + "…";
  }

  private static List<String> aligned(List<List<String>> rows) {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(row.get(i)).repeat(" ", widths[i] - row.get(i).length()).append(GAP);
    }
    return line.toString().stripTrailing();
  }
}
