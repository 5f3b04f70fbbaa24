/**
 * Scenarios that a person can read, run by the real stages over simulated stores and a clock that
 * is set by hand: writes, outages and sweeps at their times, and what must be found when.
 */
@NullMarked
package io.reconciled.scenario;

import org.jspecify.annotations.NullMarked;
