package io.reconciled.due;

import io.reconciled.model.EntityName;
import io.reconciled.model.StoreName;
import java.time.Instant;
import java.util.Optional;

/**
 * Any key of an entity may have changed in a store without capture having told of it. What was
 * verified before no longer counts, until a sweep that began after {@code followed} has read all
 * keys.
 *
 * @param since from when on changes may not have been seen; a label, by the store's clock
 * @param raised when that was found out
 * @param followed since when the store's log is followed again, from a place that is on record;
 *     empty until then, and then no sweep settles it
 * @param why one line for the operator: what happened, without stored values
 */
public record Doubt(
    EntityName entity,
    StoreName store,
    Cause cause,
    Instant since,
    Instant raised,
    Optional<Instant> followed,
    String why) {

  /** What makes keys doubtful. */
  public enum Cause {
    /** The log no longer holds what was not read of it: those changes will never be delivered. */
    LOG_LOST,
    /** One change may have taken any number of keys: a table was emptied, dropped or replaced. */
    EMPTIED
  }

  /** One that was just found out. */
  public Doubt(
      EntityName entity, StoreName store, Cause cause, Instant since, Instant raised, String why) {
    this(entity, store, cause, since, raised, Optional.empty(), why);
  }
}
