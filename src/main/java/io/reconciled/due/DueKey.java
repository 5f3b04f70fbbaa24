package io.reconciled.due;

import io.reconciled.model.EntityKey;
import java.time.Instant;

/**
 * A key taken in hand to be looked at.
 *
 * @param enteredAt its first move since it last came to rest, or when the look was asked for
 * @param quietSince its last known move, or when the look was asked for
 * @param moves how often it moved since it was last taken; 0 for a look that was only asked for
 * @param busy whether it is taken although it has not rested for its grace window, because it never
 *     does
 */
public record DueKey(
    EntityKey key, Instant enteredAt, Instant quietSince, long moves, boolean busy) {}
