package io.reconciled.store;

import io.reconciled.model.StoreName;
import io.reconciled.model.Unread;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which stores failed at their last call, since when, and why. Readers skip a store that failed a
 * moment ago, so that one that hangs does not hold up what needs only the others.
 */
public final class StoreHealth {
  private final Duration pause;
  private final Map<StoreName, Failed> failed = new ConcurrentHashMap<>();

  /**
   * @param since when it first failed without having answered since
   * @param last when it last failed
   */
  public record Failed(Instant since, Instant last, Unread why) {}

  /**
   * @param pause how long a store that failed is left alone; positive
   */
  public StoreHealth(Duration pause) {
    this.pause = pause;
  }

  public void answered(StoreName store) {
    failed.remove(store);
  }

  public void failed(StoreFailure failure, Instant at) {
    Unread why = failure.unread();
    failed.merge(
        failure.store(), new Failed(at, at, why), (first, now) -> new Failed(first.since, at, why));
  }

  /** Why the store should be left alone at this moment, if it should. */
  public Optional<Unread> leftAlone(StoreName store, Instant now) {
    return failure(store).filter(f -> now.isBefore(f.last.plus(pause))).map(Failed::why);
  }

  /** How the store fails, if at its last call it did. */
  public Optional<Failed> failure(StoreName store) {
    return Optional.ofNullable(failed.get(store));
  }
}
