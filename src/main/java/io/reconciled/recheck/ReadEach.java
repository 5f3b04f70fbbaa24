package io.reconciled.recheck;

import io.reconciled.model.Dataset;
import io.reconciled.model.Reading;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Unread;
import io.reconciled.model.UnverifiedReason;
import io.reconciled.store.Store;
import io.reconciled.store.StoreFailure;
import io.reconciled.store.StoreMisconfigured;
import io.reconciled.store.StoreUnavailable;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Reads keys of a dataset together. Where that fails on a row, they are read in ever smaller parts
 * until the key that cannot be read is alone: it is unread for what it is, and all others are read.
 */
final class ReadEach {
  private static final Logger LOG = Logger.getLogger(ReadEach.class);

  /** Enough for a dozen such rows among thousands; where there are more, the rest comes again. */
  private static final int MOST_PARTS = 300;

  private ReadEach() {}

  /**
   * A reading for each key, but for those that must come again because too many others cannot be
   * read.
   *
   * @throws StoreUnavailable where the store does not answer
   * @throws StoreMisconfigured where it answers that the dataset cannot be read
   */
  static Map<SharedKey, ? extends Reading> read(
      Store store, Dataset dataset, Collection<SharedKey> keys) {
    try {
      return store.read(dataset, keys);
    } catch (StoreUnavailable | StoreMisconfigured ofTheWhole) {
      throw ofTheWhole;
    } catch (RuntimeException ofSomeRow) {
      LOG.debugf(ofSomeRow, "%s is read in parts", dataset);
      return inParts(store, dataset, List.copyOf(keys), ofSomeRow);
    }
  }

  private static Map<SharedKey, Reading> inParts(
      Store store, Dataset dataset, List<SharedKey> keys, RuntimeException failed) {
    Map<SharedKey, Reading> readings = new HashMap<>();
    Deque<List<SharedKey>> parts = new ArrayDeque<>();
    split(keys, failed, store, dataset, readings, parts);
    for (int tries = 0; tries < MOST_PARTS && !parts.isEmpty(); tries++) {
      List<SharedKey> part = parts.pop();
      try {
        readings.putAll(store.read(dataset, part));
      } catch (StoreUnavailable | StoreMisconfigured ofTheWhole) {
        throw ofTheWhole;
      } catch (RuntimeException ofSomeRow) {
        split(part, ofSomeRow, store, dataset, readings, parts);
      }
    }
    return readings;
  }

  private static void split(
      List<SharedKey> part,
      RuntimeException failed,
      Store store,
      Dataset dataset,
      Map<SharedKey, Reading> readings,
      Deque<List<SharedKey>> parts) {
    if (part.size() > 1) {
      int half = part.size() / 2;
      parts.push(part.subList(half, part.size()));
      parts.push(part.subList(0, half));
    } else {
      part.forEach(key -> readings.put(key, unread(store, dataset, failed)));
    }
  }

  /** What was not foreseen may repeat stored values: only its kind is told. */
  private static Unread unread(Store store, Dataset dataset, RuntimeException failed) {
    return failed instanceof StoreFailure foreseen
        ? foreseen.unread()
        : new Unread(
            UnverifiedReason.TYPE,
            "store %s: a row of %s cannot be read (%s)"
                .formatted(store.name(), dataset, failed.getClass().getSimpleName()));
  }
}
