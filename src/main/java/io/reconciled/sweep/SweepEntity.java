package io.reconciled.sweep;

import io.reconciled.discrepancy.Discrepancies;
import io.reconciled.due.DueQueue;
import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.KeyRange;
import io.reconciled.model.Reading;
import io.reconciled.model.Readings;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Unread;
import io.reconciled.rules.Entity;
import io.reconciled.store.AnswerLookups;
import io.reconciled.store.Scan;
import io.reconciled.store.StoreFailure;
import io.reconciled.store.Stores;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads all keys of an entity, range by range, and asks due to look at those that differ.
 *
 * <p>A dataset whose stream breaks is left out of that range and named; the others are compared all
 * the same, and what rested on it is not claimed.
 */
public final class SweepEntity {
  private static final int ASK_BATCH = 500;
  private final Entity entity;
  private final SweepSettings settings;
  private final Stores stores;
  private final DueQueue due;
  private final Discrepancies discrepancies;
  private final InstantSource clock;
  private final CompareSwept compare;
  private final List<SharedKey> suspects = new ArrayList<>();

  public SweepEntity(
      Entity entity,
      SweepSettings settings,
      Stores stores,
      AnswerLookups answerLookups,
      DueQueue due,
      Discrepancies discrepancies,
      InstantSource clock) {
    this.entity = entity;
    this.settings = settings;
    this.stores = stores;
    this.due = due;
    this.discrepancies = discrepancies;
    this.clock = clock;
    this.compare = new CompareSwept(entity, answerLookups);
  }

  /**
   * Sweeps from the first key to the last, or until the sweep is cancelled.
   *
   * @param progress is told after each range
   */
  public void run(SweepProgress progress) {
    new AskForOpenKeys(due, discrepancies, clock).ask(entity.grace());
    Optional<SharedKey> from = Optional.empty();
    do {
      Optional<SharedKey> to = boundary(from);
      range(new KeyRange(from, to), progress.tally());
      ask();
      progress.rangeDone(to);
      from = to;
    } while (from.isPresent() && !progress.cancelled());
  }

  private Optional<SharedKey> boundary(Optional<SharedKey> from) {
    for (Dataset dataset : entity.datasets()) {
      try {
        return stores.of(dataset.store()).boundary(dataset, from, settings.rowsPerRange());
      } catch (StoreFailure failure) {
        // The next dataset bounds the range as well; this one is named when its scan fails too.
      }
    }
    return Optional.empty();
  }

  private void range(KeyRange range, SweepTally tally) {
    Map<DatasetName, Unread> leftOut = new HashMap<>();
    while (leftOut.size() < entity.datasets().size()) {
      SweepTally ofRange = new SweepTally();
      Optional<Broken> broken = mergeRange(range, leftOut, ofRange);
      if (broken.isEmpty()) {
        tally.add(ofRange);
        return;
      }
      leftOut.put(broken.get().dataset(), broken.get().why());
      tally.unread(broken.get().dataset(), range, broken.get().why());
    }
  }

  private record Broken(DatasetName dataset, Unread why) {}

  private Optional<Broken> mergeRange(
      KeyRange range, Map<DatasetName, Unread> leftOut, SweepTally tally) {
    List<KeyStream> streams = new ArrayList<>();
    try {
      for (Dataset dataset : entity.datasets()) {
        if (!leftOut.containsKey(dataset.name())) {
          streams.add(KeyStream.open(Scan.of(dataset, range), stores.of(dataset.store()), tally));
        }
      }
      MergeStreams merge = new MergeStreams(streams);
      while (merge.next()) {
        compare(merge.key(), merge.images(), leftOut, tally);
      }
      compare.finish((key, wantsALook) -> compared(key, wantsALook, tally));
      return Optional.empty();
    } catch (BrokenStream broken) {
      // What still waits for answers is seen again, without the dataset that broke.
      compare.forget();
      return Optional.of(new Broken(broken.dataset(), broken.why()));
    } finally {
      streams.forEach(KeyStream::close);
    }
  }

  private void compare(
      SharedKey key,
      Map<DatasetName, ? extends Reading> images,
      Map<DatasetName, Unread> leftOut,
      SweepTally tally) {
    Map<DatasetName, Reading> byDataset = new HashMap<>(images);
    byDataset.putAll(leftOut);
    compare.see(
        new CompareSwept.Swept(key, new Readings(byDataset)),
        (compared, wantsALook) -> compared(compared, wantsALook, tally));
  }

  private void compared(SharedKey key, boolean wantsALook, SweepTally tally) {
    tally.key(wantsALook);
    if (wantsALook) {
      suspects.add(key);
      if (suspects.size() >= ASK_BATCH) {
        ask();
      }
    }
  }

  private void ask() {
    if (!suspects.isEmpty()) {
      Instant now = clock.instant();
      due.ask(suspects, now, now.plus(entity.grace()));
      suspects.clear();
    }
  }
}
