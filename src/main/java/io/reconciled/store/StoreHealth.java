package io.reconciled.store;

import io.reconciled.model.StoreName;
import io.reconciled.model.Unread;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which stores answered or failed at their last call, since when, and why. Readers skip a store
 * that failed a moment ago, so that one that hangs does not hold up what needs only the others.
 */
public final class StoreHealth {
  /** Longer than any watcher is silent, so that only an answer ends it. */
  private static final Duration UNTIL_IT_ANSWERS = Duration.ofDays(1);

  private final Duration pause;
  private final Map<StoreName, LastCall> lastCalls = new ConcurrentHashMap<>();

  /** What came of the last call of a store. */
  public sealed interface LastCall {}

  /**
   * @param since when it first answered without having failed since
   */
  public record Answered(Instant since) implements LastCall {}

  /**
   * @param since when it first failed without having answered since
   * @param last when it last failed
   */
  public record Failed(Instant since, Instant last, Unread why) implements LastCall {}

  /**
   * @param pause how long a store that failed is left alone; positive
   */
  public StoreHealth(Duration pause) {
    this.pause = pause;
  }

  /**
   * For stores that are watched: one that failed is left alone until it has answered its watcher,
   * who alone waits for it meanwhile.
   */
  public static StoreHealth ofWatched() {
    return new StoreHealth(UNTIL_IT_ANSWERS);
  }

  public void answered(StoreName store, Instant at) {
    lastCalls.compute(
        store, (name, before) -> before instanceof Answered ? before : new Answered(at));
  }

  public void failed(StoreFailure failure, Instant at) {
    Unread why = failure.unread();
    lastCalls.compute(
        failure.store(),
        (name, before) ->
            before instanceof Failed first
                ? new Failed(first.since, at, why)
                : new Failed(at, at, why));
  }

  /** It may have answered, but what happened in it before this moment, nobody saw. */
  public void unseenBefore(StoreName store, Instant at) {
    lastCalls.computeIfPresent(
        store, (name, before) -> before instanceof Answered ? new Answered(at) : before);
  }

  /** Why the store should be left alone at this moment, if it should. */
  public Optional<Unread> leftAlone(StoreName store, Instant now) {
    return failure(store).filter(f -> now.isBefore(f.last.plus(pause))).map(Failed::why);
  }

  /** Whether the store has failed again and again for so long, without an answer in between. */
  public boolean silentFor(Duration time, StoreName store) {
    return failure(store)
        .filter(failed -> Duration.between(failed.since, failed.last).compareTo(time) >= 0)
        .isPresent();
  }

  /** How the store fails, if at its last call it did. */
  public Optional<Failed> failure(StoreName store) {
    return Optional.ofNullable(lastCalls.get(store))
        .filter(Failed.class::isInstance)
        .map(Failed.class::cast);
  }

  /**
   * The store's first answer after its last failure, or its first answer at all, or the moment up
   * to which its log is lost: what happened to it before, nobody saw. Now at the earliest, while it
   * fails; empty for one that was never called.
   */
  public Optional<Instant> inReachSince(StoreName store, Instant now) {
    return Optional.ofNullable(lastCalls.get(store))
        .map(call ->
            switch (call) {
              case Answered answered -> answered.since;
              case Failed failed -> now;
            });
  }
}
