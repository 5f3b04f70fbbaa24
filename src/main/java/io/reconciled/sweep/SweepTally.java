package io.reconciled.sweep;

import io.reconciled.model.DatasetName;
import io.reconciled.model.KeyRange;
import io.reconciled.model.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a sweep has counted so far. Used by one thread. */
public final class SweepTally {
  private static final int EXAMPLES = 20;
  private final Map<DatasetName, Long> rows = new TreeMap<>();
  private final Map<DatasetName, Map<String, Long>> keyless = new TreeMap<>();
  private final List<UnreadRange> unread = new ArrayList<>();
  private long unreadRanges;
  private long keys;
  private long suspects;

  /** A range that a dataset could not be read in; nothing is claimed of it. */
  public record UnreadRange(DatasetName dataset, KeyRange range, Unread why) {}

  void rows(DatasetName dataset, long more) {
    rows.merge(dataset, more, Long::sum);
  }

  void keyless(DatasetName dataset, String why, long more) {
    rows(dataset, more);
    keyless.computeIfAbsent(dataset, d -> new TreeMap<>()).merge(why, more, Long::sum);
  }

  void key(boolean differs) {
    keys++;
    suspects += differs ? 1 : 0;
  }

  void unread(DatasetName dataset, KeyRange range, Unread why) {
    unreadRanges++;
    if (unread.size() < EXAMPLES) {
      unread.add(new UnreadRange(dataset, range, why));
    }
  }

  void add(SweepTally other) {
    other.rows.forEach((dataset, count) -> rows.merge(dataset, count, Long::sum));
    other.keyless.forEach((dataset, whys) ->
        whys.forEach((why, count) ->
            keyless.computeIfAbsent(dataset, d -> new TreeMap<>()).merge(why, count, Long::sum)));
    keys += other.keys;
    suspects += other.suspects;
  }

  /** Distinct keys seen. */
  public long keys() {
    return keys;
  }

  /** Keys handed to due because they differed at this moment. */
  public long suspects() {
    return suspects;
  }

  public Map<DatasetName, Long> rows() {
    return new TreeMap<>(rows);
  }

  /** Rows that name no entity, counted by why: a null key, or a type that cannot be one. */
  public Map<DatasetName, Map<String, Long>> keyless() {
    return new TreeMap<>(keyless);
  }

  /** How many times a dataset could not be read in a range. */
  public long unreadRanges() {
    return unreadRanges;
  }

  /** The first few of them. */
  public List<UnreadRange> unread() {
    return List.copyOf(unread);
  }
}
