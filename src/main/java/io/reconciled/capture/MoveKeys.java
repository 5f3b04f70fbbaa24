package io.reconciled.capture;

import io.reconciled.due.Doubt;
import io.reconciled.due.Due;
import io.reconciled.due.StoreLog;
import io.reconciled.model.Dataset;
import io.reconciled.model.EntityKey;
import io.reconciled.model.SharedKey;
import io.reconciled.store.ChangeEvent;
import io.reconciled.store.ChangeFeed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Turns what an engine delivers into keys that moved.
 *
 * <p>The order within one record is what fences and acknowledgements rest on: it gets its number,
 * then its keys become due and hold that number, and only then has the log passed its position. Who
 * sees a position passed can therefore ask whether a key moved before it.
 */
public final class MoveKeys implements Deliveries {
  private static final Logger LOG = Logger.getLogger(MoveKeys.class);
  private final List<Dataset> datasets;
  private final ChangeFeed feed;
  private final Due due;
  private final StoreLog log;
  private final RaiseDoubts doubts;
  private final InstantSource clock;
  private final AtomicLong events = new AtomicLong();
  private final AtomicLong moves = new AtomicLong();
  private final AtomicLong unread = new AtomicLong();
  private volatile Map<String, ?> told = Map.of();
  private volatile Optional<Instant> heard = Optional.empty();
  private volatile Optional<Duration> lag = Optional.empty();

  public MoveKeys(
      List<Dataset> datasets,
      ChangeFeed feed,
      Due due,
      StoreLog log,
      RaiseDoubts doubts,
      InstantSource clock) {
    this.datasets = List.copyOf(datasets);
    this.feed = feed;
    this.due = due;
    this.log = log;
    this.doubts = doubts;
    this.clock = clock;
  }

  @Override
  public long deliver(Delivered record) {
    long number = log.next();
    Instant now = clock.instant();
    heard = Optional.of(now);
    switch (record) {
      case Delivered.Change change -> move(change.event(), now, number);
      case Delivered.Emptied emptied -> empty(emptied, now);
      case Delivered.Broken broken -> {
        datasets.forEach(dataset -> due.missed(dataset.entity(), now));
        countUnread(broken.why());
      }
      case Delivered.Sign sign -> LOG.tracef("store %s gave a sign", log.store());
    }
    feed.position(record.offset()).ifPresent(log::passed);
    told = record.offset();
    return number;
  }

  /** An engine begins anew; to be called while none runs. */
  void restarted() {
    told = Map.of();
    log.restarted();
  }

  /** The offset of the last record of this engine of which all keys are due; empty before it. */
  Map<String, ?> told() {
    return told;
  }

  @Override
  public long released() {
    return log.released();
  }

  CaptureState.Counts counts() {
    return new CaptureState.Counts(events.get(), moves.get(), unread.get());
  }

  Optional<Instant> heard() {
    return heard;
  }

  Optional<Duration> lag() {
    return lag;
  }

  private void move(ChangeEvent event, Instant now, long number) {
    events.incrementAndGet();
    lag = Optional.of(Duration.between(event.committed(), now));
    // Datasets of one entity may share a table, which each of them reads in part.
    Set<EntityKey> keys = new LinkedHashSet<>();
    for (Dataset dataset : datasets) {
      keysOf(dataset, event, now).forEach(key -> keys.add(new EntityKey(dataset.entity(), key)));
    }
    for (EntityKey key : keys) {
      moves.incrementAndGet();
      due.moved(key, now, log, number);
    }
  }

  /** Durable before the event is passed: a failure ends the engine, and the event comes again. */
  private void empty(Delivered.Emptied emptied, Instant now) {
    for (Dataset dataset : datasets) {
      if (feed.concerns(dataset, emptied.event())) {
        events.incrementAndGet();
        doubts.raise(
            Set.of(dataset.entity()),
            Doubt.Cause.EMPTIED,
            emptied.event().committed(),
            "%s was %s".formatted(String.join(".", dataset.container()), emptied.how()));
        due.missed(dataset.entity(), now);
      }
    }
  }

  /** An event that cannot be read must not end the engine: it would come again for ever. */
  private Set<SharedKey> keysOf(Dataset dataset, ChangeEvent event, Instant now) {
    try {
      if (!feed.concerns(dataset, event)) {
        return Set.of();
      }
      Set<SharedKey> keys = feed.keys(dataset, event);
      if (keys.isEmpty()) {
        due.missed(dataset.entity(), now);
        countUnread(dataset + " does not show its key");
      } else if (feed.mayHideFormerKey(dataset, event)) {
        due.missed(dataset.entity(), now);
      }
      return keys;
    } catch (RuntimeException unreadable) {
      due.missed(dataset.entity(), now);
      countUnread(dataset + ": " + unreadable.getClass().getSimpleName());
      return Set.of();
    }
  }

  private void countUnread(String why) {
    long count = unread.incrementAndGet();
    // Powers of two: a store whose deletes never show the key must not flood the log.
    if (Long.bitCount(count) == 1) {
      LOG.infof(
          "store %s: %d change(s) did not tell a shared key, sweeps cover them; last: %s",
          log.store(), count, why);
    }
  }
}
