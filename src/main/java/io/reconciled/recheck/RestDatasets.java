package io.reconciled.recheck;

import io.reconciled.model.Dataset;
import io.reconciled.model.Unread;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Datasets whose stores give a sign of life and yet do not answer when rows are read, as where a
 * table is locked or a line is too slow: each is read ever more seldom, so that what needs only the
 * others is not held up by its time-outs. After its first failure alone it is read again as soon as
 * its store is.
 */
final class RestDatasets {
  private static final Duration SECOND = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private final Map<Dataset, Rest> resting = new ConcurrentHashMap<>();

  private record Rest(Duration pause, Instant until, Unread why) {}

  /** Why the dataset should not be read at this moment, if it should not. */
  Optional<Unread> leftAlone(Dataset dataset, Instant now) {
    return Optional.ofNullable(resting.get(dataset))
        .filter(rest -> now.isBefore(rest.until))
        .map(Rest::why);
  }

  void failed(Dataset dataset, Unread why, Instant at) {
    resting.compute(
        dataset,
        (same, before) -> {
          Duration pause = before == null ? Duration.ZERO : longer(before.pause);
          return new Rest(pause, at.plus(pause), why);
        });
  }

  void answered(Dataset dataset) {
    resting.remove(dataset);
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.isZero() ? SECOND : pause.multipliedBy(2);
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }
}
