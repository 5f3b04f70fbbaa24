package io.reconciled.trial;

import io.reconciled.model.Dataset;
import io.reconciled.model.DatasetName;
import io.reconciled.model.KeyRange;
import io.reconciled.model.SharedKey;
import io.reconciled.model.Unread;
import io.reconciled.model.encoded.RowBlock;
import io.reconciled.rules.Entity;
import io.reconciled.store.Rows;
import io.reconciled.store.Scan;
import io.reconciled.store.Scan.Order;
import io.reconciled.store.Store;
import io.reconciled.store.StoreFailure;
import io.reconciled.store.Stores;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Draws keys of an entity at random, from every dataset alike, so that keys that one of them lacks
 * are drawn too. Reads the keys of each dataset once, and nothing else of them.
 */
public final class SampleKeys {
  private final Stores stores;
  private final RandomGenerator random;

  public SampleKeys(Stores stores, RandomGenerator random) {
    this.stores = stores;
    this.random = random;
  }

  /**
   * What was drawn.
   *
   * @param keysOf how many different keys each dataset has; rows that share one count each where
   *     the store keeps them in an order of its own
   * @param unread the datasets whose keys could not be read to the end
   */
  public record Drawn(
      List<SharedKey> keys, Map<DatasetName, Long> keysOf, Map<DatasetName, Unread> unread) {}

  /**
   * @param atMost how many keys, over all datasets
   */
  public Drawn draw(Entity entity, int atMost) {
    Map<DatasetName, Long> keysOf = new LinkedHashMap<>();
    Map<DatasetName, Unread> unread = new LinkedHashMap<>();
    List<Iterator<SharedKey>> drawn = new ArrayList<>();
    for (Dataset dataset : entity.datasets()) {
      Reservoir reservoir = new Reservoir(atMost);
      try {
        fill(reservoir, dataset);
      } catch (StoreFailure failure) {
        unread.put(dataset.name(), failure.unread());
      }
      keysOf.merge(dataset.name(), reservoir.seen, Long::sum);
      drawn.add(reservoir.shuffled().iterator());
    }
    return new Drawn(inTurns(drawn, atMost), keysOf, unread);
  }

  private void fill(Reservoir reservoir, Dataset dataset) {
    Store store = stores.of(dataset.store());
    // A store need not sort for us; what its order holds apart would not even come in ours.
    Order order = store.ordering(dataset).isShared() ? Order.SHARED_KEY : Order.OWN;
    Scan scan = new Scan(dataset.keysOnly(), KeyRange.ALL, order, Long.MAX_VALUE);
    try (Rows rows = store.scan(scan)) {
      Optional<SharedKey> last = Optional.empty();
      for (Optional<RowBlock> block = rows.next(); block.isPresent(); block = rows.next()) {
        for (int row = 0; row < block.get().rows(); row++) {
          SharedKey key = block.get().key(row, dataset.keyShape());
          // Rows with one key come one after the other, where the order is that of keys.
          if (!last.equals(Optional.of(key))) {
            last = Optional.of(key);
            reservoir.add(key);
          }
        }
      }
    }
  }

  private static List<SharedKey> inTurns(List<Iterator<SharedKey>> drawn, int atMost) {
    Set<SharedKey> keys = new LinkedHashSet<>();
    while (keys.size() < atMost && drawn.stream().anyMatch(Iterator::hasNext)) {
      for (Iterator<SharedKey> next : drawn) {
        if (next.hasNext() && keys.size() < atMost) {
          keys.add(next.next());
        }
      }
    }
    return List.copyOf(keys);
  }

  /** Keeps each key that it is shown with the same chance. */
  private final class Reservoir {
    private final int size;
    private final List<SharedKey> kept = new ArrayList<>();
    private long seen;

    Reservoir(int size) {
      this.size = size;
    }

    void add(SharedKey key) {
      seen++;
      if (kept.size() < size) {
        kept.add(key);
      } else {
        long place = random.nextLong(seen);
        if (place < size) {
          kept.set((int) place, key);
        }
      }
    }

    List<SharedKey> shuffled() {
      Collections.shuffle(kept, Random.from(random));
      return kept;
    }
  }
}
