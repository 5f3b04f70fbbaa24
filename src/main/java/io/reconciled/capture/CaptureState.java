package io.reconciled.capture;

import io.reconciled.model.Position;
import io.reconciled.model.StoreName;
import io.reconciled.store.StoreComplaint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How one capture is doing.
 *
 * @param passed everything in the log up to here has become due; empty until this run's first
 *     record
 * @param heard when the last change or sign of life came, over all runs
 * @param lag how long after its commit the last change was delivered, by the clocks of store and
 *     daemon, which may differ; a label, never used to decide
 * @param gaps how many times since the daemon started changes were found that the log will never
 *     tell
 */
public record CaptureState(
    StoreName store,
    Phase phase,
    Optional<Position> passed,
    Optional<Instant> heard,
    Optional<Duration> lag,
    Counts counts,
    long gaps) {

  /**
   * Since the daemon started.
   *
   * @param events changes delivered, those replayed after a restart counted again
   * @param moves keys moved; one event may move a key of several entities
   * @param unread changes that did not show the shared key of a dataset, or could not be read at
   *     all
   */
  public record Counts(long events, long moves, long unread) {}

  /** What the capture is about. */
  public sealed interface Phase {
    /** What fails, for the daemon's own log. */
    default String inWords() {
      return switch (this) {
        case Retrying retrying -> "capture will be tried again: " + retrying.why();
        case Refused refused ->
            "capture is refused: "
                + refused.complaints().stream()
                    .map(complaint -> complaint.what() + " " + complaint.fix())
                    .toList();
        default -> toString();
      };
    }

    /** The engine has been asked to run and has not given a sign yet. */
    record Starting(Instant since) implements Phase {}

    record Following(Instant since) implements Phase {}

    /**
     * The store is down or the engine ended; it is tried again by itself.
     *
     * @param why of the last try
     * @param since when it last followed, or when the first try failed
     */
    record Retrying(String why, Instant since) implements Phase {}

    /**
     * The database lacks what capture needs; looked at again from time to time.
     *
     * @param complaints at least one, with the statement that mends it
     */
    record Refused(List<StoreComplaint> complaints, Instant since) implements Phase {
      public Refused {
        complaints = List.copyOf(complaints);
      }
    }

    record Stopped() implements Phase {}
  }
}
