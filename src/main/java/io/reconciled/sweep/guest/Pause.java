package io.reconciled.sweep.guest;

import io.reconciled.model.StoreName;
import java.time.Instant;

/**
 * That someone paused a store's sweeps, or let them go on; kept for good.
 *
 * @param paused false where they go on
 */
public record Pause(StoreName store, boolean paused, String who, String why, Instant at) {}
