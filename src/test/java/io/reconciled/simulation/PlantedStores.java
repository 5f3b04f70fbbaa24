package io.reconciled.simulation;

import io.reconciled.model.Dataset;
import io.reconciled.model.Image;
import io.reconciled.model.Position;
import io.reconciled.model.SharedKey;
import io.reconciled.store.PassingStore;
import io.reconciled.store.Store;
import io.reconciled.store.StoreUnavailable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Stores that do not tell the truth. */
final class PlantedStores {
  private PlantedStores() {}

  static final class FenceSkipped implements Seams {
    @Override
    public Store store(Store store) {
      return new PassingStore(store) {
        @Override
        public Position head() {
          return new Position(0, 0);
        }
      };
    }
  }

  static final class AbsentFromFailedRead implements Seams {
    @Override
    public Store store(Store store) {
      return new PassingStore(store) {
        @Override
        public Map<SharedKey, Image> read(Dataset dataset, Collection<SharedKey> keys) {
          try {
            return super.read(dataset, keys);
          } catch (StoreUnavailable failed) {
            Map<SharedKey, Image> nothing = new HashMap<>();
            keys.forEach(key -> nothing.put(key, Image.ABSENT));
            return nothing;
          }
        }
      };
    }
  }

  static final class LastAnswer implements Seams {
    @Override
    public Store store(Store store) {
      Map<SharedKey, Image> last = new HashMap<>();
      return new PassingStore(store) {
        @Override
        public Map<SharedKey, Image> read(Dataset dataset, Collection<SharedKey> keys) {
          try {
            last.putAll(super.read(dataset, keys));
          } catch (StoreUnavailable failed) {
            if (!last.keySet().containsAll(keys)) {
              throw failed;
            }
          }
          return Map.copyOf(last);
        }
      };
    }
  }
}
