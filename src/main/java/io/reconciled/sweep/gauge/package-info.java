/** Tells how far a running sweep is, from what it has counted and what its stores guess. */
@NullMarked
package io.reconciled.sweep.gauge;

import org.jspecify.annotations.NullMarked;
