package io.reconciled.capture;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Decides when a server has kept enough log for the daemon. Above the limit there is a time of
 * patience to catch up, and another as long as the last one brought something; it ends early where
 * the log grows by a quarter of the limit. Used by one thread.
 */
final class LogLimit {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int PART_OF_LIMIT = 4;
  private static final long MEGABYTE = 1L << 20;
  private final OptionalLong limit;
  private Optional<Seen> above = Optional.empty();

  private record Seen(long bytes, Instant at) {}

  /**
   * @param limit in bytes; empty for none
   */
  LogLimit(OptionalLong limit) {
    this.limit = limit;
  }

  /**
   * Takes note of how much is kept.
   *
   * @return why to let go now; empty where that is not to be
   */
  Optional<String> exceededBy(long kept, Instant now) {
    if (limit.isEmpty() || kept <= limit.getAsLong()) {
      above = Optional.empty();
      return Optional.empty();
    }
    Seen first = above.orElseGet(() -> new Seen(kept, now));
    above = Optional.of(first);
    if (kept - first.bytes >= limit.getAsLong() / PART_OF_LIMIT) {
      return Optional.of(inWords(kept, "and it grows"));
    }
    if (now.isBefore(first.at.plus(PATIENCE))) {
      return Optional.empty();
    }
    if (kept < first.bytes) {
      above = Optional.of(new Seen(kept, now));
      return Optional.empty();
    }
    return Optional.of(
        inWords(kept, "and " + PATIENCE.toMinutes() + " minutes have not made it less"));
  }

  private String inWords(long kept, String how) {
    return String.format(
        Locale.ROOT,
        "its server kept %,d MB of log for the daemon, more than the %,d MB of logLimit, %s",
        kept / MEGABYTE,
        limit.orElse(0) / MEGABYTE,
        how);
  }
}
