package io.reconciled.store;

import java.util.Optional;

/**
 * The right to follow a store's log under the store's name, which one daemon has at a time. What
 * the server knows of its holder goes with the holder's connection: nothing is written. Used by one
 * thread; after {@link #close} it may be taken again.
 */
public interface Hold extends AutoCloseable {
  /** Of a log that has one reader by itself. */
  Hold BY_THE_LOG =
      new Hold() {
        @Override
        public Optional<StoreComplaint> renew() {
          return Optional.empty();
        }

        @Override
        public void close() {}
      };

  /**
   * Takes it, or makes sure of it; to be called every 20 s while the log is followed. Who has not
   * done so for a minute may lose it.
   *
   * @return who has it instead; empty where this daemon has it, or the server cannot tell
   * @throws StoreFailure where the store cannot be asked
   */
  Optional<StoreComplaint> renew();

  /** Gives it back. */
  @Override
  void close();

  /**
   * The complaint of who does not get it.
   *
   * @param holder the other daemon, as its server knows it
   * @param otherwise what to do where there is no such daemon any more: a clause with its full stop
   */
  static StoreComplaint heldBy(String holder, String otherwise) {
    return StoreComplaint.error(
        StoreComplaint.Subject.STORE,
        "The store is followed under this name already, by " + holder + ".",
        "Stop the other daemon that follows this store; if there is none, " + otherwise);
  }
}
