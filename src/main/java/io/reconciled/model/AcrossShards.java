package io.reconciled.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a dataset that is spread over several tables or stores holds of a key, taken together. */
public final class AcrossShards {
  private AcrossShards() {}

  /** A shard that could not be read may hold anything: then nothing is known of the whole. */
  public static Reading together(Reading one, Reading other) {
    if (one instanceof Unread || other instanceof Image.Absent) {
      return one;
    }
    if (other instanceof Unread || one instanceof Image.Absent) {
      return other;
    }
    return one instanceof Image.Several(List<Map<String, Value>> these)
            && other instanceof Image.Several(List<Map<String, Value>> those)
            && these.size() + those.size() <= Image.MOST_ROWS
        ? several(these, those)
        : new Image.Duplicate(rows(one) + rows(other));
  }

  private static Image several(List<Map<String, Value>> these, List<Map<String, Value>> those) {
    List<Map<String, Value>> rows = new ArrayList<>(these);
    rows.addAll(those);
    return new Image.Several(rows);
  }

  private static int rows(Reading reading) {
    return switch (reading) {
      case Image.Duplicate(int rows) -> rows;
      case Image.Several(List<Map<String, Value>> rows) -> rows.size();
      case Image.Present one -> 1;
      case Image.Absent absent -> 0;
      case Unread unread -> 0;
    };
  }
}
