package io.reconciled.sweep;

import io.reconciled.model.EntityName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One sweep on record.
 *
 * @param asked who or what started it: {@code schedule}, {@code start-up}, {@code rest}, ...
 * @param onlyMoved whether it reads only what moved since it was last read
 * @param rows rows read, by dataset
 * @param keyless rows that name no entity, by dataset and why
 * @param unreadRanges how many times a dataset could not be read in a range
 * @param unread what could not be read and why, by dataset, one line each
 * @param left what is still to do; empty where it is done
 */
public record Sweep(
    long id,
    EntityName entity,
    String asked,
    boolean onlyMoved,
    State state,
    Instant started,
    Optional<Instant> finished,
    long keys,
    long suspects,
    Map<String, Long> rows,
    Map<String, Map<String, Long>> keyless,
    long unreadRanges,
    Map<String, String> unread,
    List<PieceOnRecord> left) {

  /** How far a sweep is. */
  public enum State {
    RUNNING,
    /** Every dataset was read from end to end. */
    COMPLETE,
    /** It came to its end, but parts could not be read: those are unverified. */
    INCOMPLETE,
    CANCELLED,
    /** The daemon ended, or the state database failed, before it was done. */
    BROKEN_OFF
  }

  public Sweep {
    rows = Map.copyOf(rows);
    keyless = Map.copyOf(keyless);
    unread = Map.copyOf(unread);
    left = List.copyOf(left);
  }

  /** The same, of all keys. */
  Sweep ofAll(String askedFor) {
    return new Sweep(
        id,
        entity,
        askedFor,
        false,
        state,
        started,
        finished,
        keys,
        suspects,
        rows,
        keyless,
        unreadRanges,
        unread,
        left);
  }
}
