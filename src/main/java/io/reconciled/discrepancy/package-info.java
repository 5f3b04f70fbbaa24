/**
 * Findings and their lives: suspected, confirmed, resolved, or converged late, with their history;
 * and the incidents they form. {@link io.reconciled.discrepancy.KeyLife} is the state machine that
 * decides.
 */
@NullMarked
package io.reconciled.discrepancy;

import org.jspecify.annotations.NullMarked;
