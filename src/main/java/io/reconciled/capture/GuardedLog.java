package io.reconciled.capture;

import io.reconciled.store.KeptLog;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of how much log a store's server keeps for the daemon.
 *
 * @param letGo how many times it was let go of since the daemon started
 * @param last the last of these times
 */
public record GuardedLog(KeptLog kept, long letGo, Optional<LetGo> last) {
  /** Before the first look. */
  public static final GuardedLog UNSEEN = new GuardedLog(KeptLog.UNKNOWN, 0, Optional.empty());

  /**
   * @param why one line for the operator
   */
  public record LetGo(Instant at, String why) {}

  GuardedLog with(KeptLog now) {
    return new GuardedLog(now, letGo, last);
  }

  GuardedLog letGo(String why, Instant at) {
    return new GuardedLog(KeptLog.UNKNOWN, letGo + 1, Optional.of(new LetGo(at, why)));
  }
}
