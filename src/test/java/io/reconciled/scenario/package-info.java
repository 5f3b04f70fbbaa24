/**
 * Scenarios that a person can read, run by the real stages with a clock that is set by hand:
 * writes, outages and sweeps at their times, and what must be found when. All run over simulated
 * stores; those of rules also over data in real servers, with only time and the log of changes
 * simulated.
 */
@NullMarked
package io.reconciled.scenario;

import org.jspecify.annotations.NullMarked;
