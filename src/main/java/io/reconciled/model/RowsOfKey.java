package io.reconciled.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Gathers the rows that carry one key, and holds no more of them than an image can. */
public final class RowsOfKey {
  private final List<Map<String, Value>> held = new ArrayList<>();
  private int count;

  public void add(Image.Present row) {
    count++;
    if (held.size() < Image.MOST_ROWS) {
      held.add(row.attributes());
    }
  }

  /** What they come to in a dataset. */
  public Image image(Dataset dataset) {
    if (count == 0) {
      return Image.ABSENT;
    }
    if (dataset.severalRows() && count <= Image.MOST_ROWS) {
      return new Image.Several(held);
    }
    return count == 1 ? new Image.Present(held.getFirst()) : new Image.Duplicate(count);
  }
}
