package io.reconciled.store;

import io.reconciled.model.StoreName;
import java.util.List;
import java.util.Optional;

/**
 * What following a store's log leaves in the store, and how it is removed. Methods that ask the
 * store throw a {@link StoreFailure} where it cannot be asked.
 */
public interface Leftovers {
  /** Of a kind of store in which nothing is ever made. */
  Leftovers NONE =
      new Leftovers() {
        @Override
        public List<Leftover> in(StoreSettings settings) {
          return List.of();
        }

        @Override
        public Optional<String> remove(StoreSettings settings, Leftover leftover) {
          return Optional.empty();
        }

        @Override
        public List<String> byHand(StoreName store) {
          return List.of();
        }
      };

  /** What is there, in the order in which it is to be removed; changes nothing. */
  List<Leftover> in(StoreSettings settings);

  /**
   * Removes one of them; one that is gone already counts as removed.
   *
   * @return why the store refuses; empty when it is gone
   */
  Optional<String> remove(StoreSettings settings, Leftover leftover);

  /** The statements that remove all of it, for a store that cannot be asked. */
  List<String> byHand(StoreName store);
}
