package io.reconciled.capture;

import io.reconciled.due.StoreLog;
import io.reconciled.model.Position;
import io.reconciled.store.KeptLog;
import io.reconciled.store.StoreComplaint;
import io.reconciled.store.StoreFailure;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Keeps an eye on how much log a store's server keeps for the daemon, whether its engine runs or
 * not, and has it let go above the limit: the log is on its owner's disk. What is lost thereby is
 * found like any other lost log, by the position that stays on record.
 */
final class GuardLog {
  private static final Logger LOG = Logger.getLogger(GuardLog.class);
  private static final long UNTOLD = 16L << 20;
  private final Capture.Source source;
  private final StoreLog log;
  private final LogLimit limit;
  private final InstantSource clock;
  private Optional<Position> passed = Optional.empty();
  private Optional<Position> passedBefore = Optional.empty();
  private volatile GuardedLog state = GuardedLog.UNSEEN;
  private volatile Optional<String> wanted = Optional.empty();

  GuardLog(Capture.Source source, StoreLog log, InstantSource clock) {
    this.source = source;
    this.log = log;
    this.limit = new LogLimit(source.logLimit());
    this.clock = clock;
  }

  /** Asks the store; called again and again by one thread, which is not the capture's. */
  synchronized void look() {
    passedBefore = passed;
    passed = log.passed().or(() -> passed);
    try {
      KeptLog kept = source.feed().kept(source.store(), passed);
      state = state.with(kept);
      if (isQuiet() && kept.behind().orElse(0) > UNTOLD) {
        source.feed().mark(source.store());
      }
      kept.retained().ifPresent(bytes -> wanted = limit.exceededBy(bytes, clock.instant()));
    } catch (StoreFailure unknown) {
      LOG.debugf("store %s: %s", log.store(), unknown.getMessage());
      state = state.with(KeptLog.UNKNOWN);
    }
  }

  /** It is followed, and nothing has come for a while, of which all is finished. */
  private boolean isQuiet() {
    return log.followedSince().isPresent() && log.held() == 0 && passed.equals(passedBefore);
  }

  /** Why the log is to be let go of; empty where it is not. */
  Optional<String> wanted() {
    return wanted;
  }

  /**
   * Lets go where that is wanted; called by the capture's thread while no engine runs.
   *
   * @return why the server refuses; empty where nothing was wanted, or all is done
   * @throws StoreFailure where the store cannot be asked
   */
  synchronized List<StoreComplaint> letGo() {
    Optional<String> why = wanted;
    if (why.isEmpty()) {
      return List.of();
    }
    List<StoreComplaint> refused = source.feed().letGo(source.store());
    if (refused.isEmpty()) {
      LOG.warnf(
          "store %s: lets go of its log, for %s; what changed since the last position is unknown"
              + " until a sweep has read all keys",
          log.store(), why.get());
      state = state.letGo(why.get(), clock.instant());
      wanted = Optional.empty();
    }
    return refused;
  }

  GuardedLog state() {
    return state;
  }
}
