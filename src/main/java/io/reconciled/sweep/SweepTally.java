package io.reconciled.sweep;

import io.reconciled.model.DatasetName;
import io.reconciled.model.SharedKey;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a sweep, or one range of it, has counted so far. A range is counted by one thread; ranges
 * are added by several.
 */
public final class SweepTally {
  private final Map<DatasetName, Long> rows = new TreeMap<>();
  private final Map<DatasetName, Map<String, Long>> keyless = new TreeMap<>();
  private long keys;
  private long suspects;
  private Optional<SharedKey> firstBeyond = Optional.empty();
  private long beyond;

  SweepTally() {}

  /** Goes on from what an earlier run of the sweep counted. */
  SweepTally(Sweep earlier) {
    earlier.rows().forEach((dataset, count) -> rows.put(new DatasetName(dataset), count));
    earlier.keyless().forEach((dataset, whys) -> keylessOf(new DatasetName(dataset)).putAll(whys));
    this.keys = earlier.keys();
    this.suspects = earlier.suspects();
  }

  void rows(DatasetName dataset, long more) {
    rows.merge(dataset, more, Long::sum);
  }

  void keyless(DatasetName dataset, String why, long more) {
    rows(dataset, more);
    keylessOf(dataset).merge(why, more, Long::sum);
  }

  /** The last key is compared once more, when its range goes on there. */
  void willComeAgain() {
    keys--;
  }

  /** A key that differs, but is one too many to be looked at now. */
  void beyond(SharedKey key) {
    firstBeyond = firstBeyond.or(() -> Optional.of(key));
    beyond++;
  }

  /** The first key that was one too many. */
  Optional<SharedKey> firstBeyond() {
    return firstBeyond;
  }

  /** How many keys were too many. */
  long beyond() {
    return beyond;
  }

  void key(boolean differs) {
    keys++;
    suspects += differs ? 1 : 0;
  }

  /** Keys of which every dataset has one row, and that do not differ. */
  void alike(Collection<DatasetName> datasets, long more) {
    datasets.forEach(dataset -> rows(dataset, more));
    keys += more;
  }

  /**
   * Adds what was counted in one range.
   *
   * @param of datasets whose rows there were not counted before
   * @param firstTime whether its keys were not counted either
   */
  synchronized void add(SweepTally range, Set<DatasetName> of, boolean firstTime) {
    for (DatasetName dataset : of) {
      rows(dataset, range.rows.getOrDefault(dataset, 0L));
      range
          .keyless
          .getOrDefault(dataset, Map.of())
          .forEach((why, count) -> keylessOf(dataset).merge(why, count, Long::sum));
    }
    keys += firstTime ? range.keys : 0;
    suspects += of.isEmpty() ? 0 : range.suspects;
  }

  private Map<String, Long> keylessOf(DatasetName dataset) {
    return keyless.computeIfAbsent(dataset, d -> new TreeMap<>());
  }

  /** Distinct keys seen. */
  public synchronized long keys() {
    return keys;
  }

  /** Keys that differed at this moment: handed to due, but for those beyond its limit. */
  public synchronized long suspects() {
    return suspects;
  }

  public synchronized Map<DatasetName, Long> rows() {
    return new TreeMap<>(rows);
  }

  /** Rows that name no entity, counted by why: a null key, or a type that cannot be one. */
  public synchronized Map<DatasetName, Map<String, Long>> keyless() {
    return new TreeMap<>(keyless);
  }
}
