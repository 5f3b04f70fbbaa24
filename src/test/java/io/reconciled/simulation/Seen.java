package io.reconciled.simulation;

import io.reconciled.discrepancy.Look;
import io.reconciled.due.DueKey;

/**
 * One look of the daemon.
 *
 * @param asked the latest change when the first store was asked for it
 * @param number the latest change when all stores had answered
 */
record Seen(DueKey key, Look look, long asked, long number) {}
