package io.reconciled.due;

import io.reconciled.model.EntityKey;
import io.reconciled.model.EntityName;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which keys to look at, and when: one {@link DueQueue} per entity. Safe for many threads. */
public final class Due {
  private final Map<EntityName, DueQueue> queues = new HashMap<>();
  private final WatchMoves watch;

  public Due(List<DueQueue> queues) {
    this(queues, WatchMoves.NOTHING);
  }

  /**
   * @param watch is told what moves
   */
  public Due(List<DueQueue> queues, WatchMoves watch) {
    this.watch = watch;
    queues.forEach(queue -> this.queues.put(queue.entity(), queue));
  }

  /** The queue of an entity that the rules name. */
  public DueQueue of(EntityName entity) {
    return Optional.ofNullable(queues.get(entity))
        .orElseThrow(() -> new IllegalArgumentException("no rules name the entity " + entity));
  }

  /**
   * An event at {@code number} of the log moved the key.
   *
   * @throws io.reconciled.model.ReconciledException where no more keys fit into memory, and the
   *     state database takes none
   */
  public void moved(EntityKey key, Instant at, StoreLog log, long number) {
    watch.moved(key, at);
    of(key.entity()).moved(key, at, log, number);
  }

  /** An event that may be of this entity did not show its key. */
  public void missed(EntityName entity, Instant at) {
    watch.missed(entity, at);
  }
}
