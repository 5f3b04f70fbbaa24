package io.reconciled.suggest;

import io.reconciled.model.SharedKey;
import io.reconciled.model.Value;
import io.reconciled.suggest.Common.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts rows of two containers side by side. Samples of large containers need not meet, so the keys
 * of each are looked up in the other.
 */
final class JoinSamples {
  private final Peek peek;

  JoinSamples(Peek peek) {
    this.peek = peek;
  }

  Common join(KeyField left, KeyField right) {
    Map<SharedKey, Map<String, Value>> leftRows = new HashMap<>(left.rows());
    Map<SharedKey, Map<String, Value>> rightRows = new HashMap<>(right.rows());
    Found ofLeft = found(List.copyOf(leftRows.keySet()), right, rightRows);
    Found ofRight = found(List.copyOf(right.rows().keySet()), left, leftRows);
    List<Common.Rows> rows = new ArrayList<>();
    leftRows.forEach((key, row) -> {
      Map<String, Value> other = rightRows.get(key);
      if (other != null) {
        rows.add(new Common.Rows(key, row, other));
      }
    });
    return new Common(left, right, rows, ofLeft, ofRight);
  }

  /** Adds the rows of these keys that the other sample does not have. */
  private Found found(List<SharedKey> keys, KeyField in, Map<SharedKey, Map<String, Value>> rows) {
    List<SharedKey> unknown = keys.stream().filter(key -> !rows.containsKey(key)).toList();
    if (!unknown.isEmpty() && in.canBeLookedUp()) {
      rows.putAll(peek.rows(in, unknown));
    }
    int found = (int) keys.stream().filter(rows::containsKey).count();
    return new Found(found, keys.size());
  }
}
