package io.reconciled.simulation;

import io.reconciled.capture.Deliveries;
import io.reconciled.capture.HeldRecords;
import io.reconciled.due.StoreLog;
import io.reconciled.model.StateUnavailable;
import io.reconciled.simulated.SimulatedLog;
import io.reconciled.simulated.SimulatedLog.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/**
 * The capture of one store: an engine that delivers its log in batches, acknowledges what has been
 * released, and after it ended begins again where it was acknowledged.
 */
final class FollowStore {
  private static final int BATCH = 4;
  private static final int HELD_AT_MOST = 2;
  private static final Duration HEARTBEAT = Duration.ofSeconds(1);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private final Service service;
  private final StoreLog log;
  private final Deliveries deliveries;
  private final Hooks hooks;
  private final InstantSource clock;
  private Optional<HeldRecords<Long>> engine = Optional.empty();
  private Instant startsAt = Instant.MIN;
  private Instant heartbeat = Instant.MIN;
  private boolean heard;
  private long offset;

  /**
   * @param boundary where acknowledgements are made durable
   * @param resume where an engine begins, of where the last was acknowledged
   * @param acknowledged is told of the offsets that were acknowledged, and up to where before
   */
  record Hooks(
      Boundary boundary, LongUnaryOperator resume, Acknowledged acknowledged, Story story) {}

  /** Is told what needs no replay any more. */
  interface Acknowledged {
    void acknowledged(Service service, long from, long to);
  }

  FollowStore(
      Service service, StoreLog log, Deliveries deliveries, Hooks hooks, InstantSource clock) {
    this.service = service;
    this.log = log;
    this.deliveries = deliveries;
    this.hooks = hooks;
    this.clock = clock;
  }

  boolean isFollowing() {
    return engine.isPresent() && heard;
  }

  void turn() {
    if (!service.server().isUp()) {
      end("its store is down");
    } else if (engine.isPresent()) {
      run(engine.get());
    } else if (!clock.instant().isBefore(startsAt)) {
      start();
    }
  }

  private void start() {
    log.restarted();
    engine = Optional.of(new HeldRecords<>(HELD_AT_MOST));
    offset = hooks.resume().applyAsLong(service.slot().durable());
    heard = false;
    tell("follows from entry " + offset + " on");
  }

  /** What is delivered once more by and by is counted anew. */
  void end(String why) {
    if (engine.isPresent()) {
      tell("ends: " + why);
      log.notFollowed();
      engine = Optional.empty();
      startsAt = clock.instant().plus(RETRY);
    }
  }

  /** The last entries come once more, as after a connection that was cut. */
  void again(int entries) {
    if (engine.isPresent()) {
      offset = Math.max(service.slot().acknowledged(), offset - entries);
      tell("delivers from entry " + offset + " on once more");
    }
  }

  private void run(HeldRecords<Long> held) {
    if (heard) {
      log.followedSince().ifPresentOrElse(since -> {}, () -> log.followed(clock.instant()));
    }
    try {
      service
          .lag()
          .ifPresent(lag -> {
            while (batch(held, lag)) {
              hooks.boundary().touch();
            }
            beat(held);
          });
    } catch (StateUnavailable failed) {
      end("the state database failed");
    }
  }

  private boolean batch(HeldRecords<Long> held, Duration lag) {
    long number = 0;
    int delivered = 0;
    Optional<Entry> next = ready(lag);
    while (next.isPresent() && delivered < BATCH) {
      offset++;
      delivered++;
      number = deliveries.deliver(next.get().delivered());
      heard = true;
      next = ready(lag);
    }
    if (delivered > 0) {
      acknowledge(held, number);
    }
    return delivered == BATCH;
  }

  private Optional<Entry> ready(Duration lag) {
    Instant committed = clock.instant().minus(lag).plus(service.place().skew());
    return service.log().next(offset).filter(entry -> !entry.at().isAfter(committed));
  }

  private void beat(HeldRecords<Long> held) {
    if (!clock.instant().isBefore(heartbeat)) {
      heartbeat = clock.instant().plus(HEARTBEAT);
      long number = deliveries.deliver(SimulatedLog.heartbeat(offset));
      heard = true;
      acknowledge(held, number);
    }
  }

  private void acknowledge(HeldRecords<Long> held, long number) {
    held.add(number, offset);
    Slot slot = service.slot();
    held.takeUpTo(deliveries.released())
        .filter(upTo -> upTo > slot.acknowledged())
        .ifPresent(upTo -> {
          hooks.acknowledged().acknowledged(service, slot.acknowledged(), upTo);
          slot.acknowledge(upTo);
        });
    if (slot.wantsFlush(clock.instant())) {
      hooks.boundary().write(() -> slot.flush(clock.instant()));
    }
  }

  private void tell(String what) {
    hooks.story().tell(clock.instant(), "capture " + service.place().store(), what);
  }
}
