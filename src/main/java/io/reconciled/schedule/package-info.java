/**
 * When sweeps run. Triggers live in the state database, so that one that came due while the daemon
 * was down fires when it is back, once.
 */
@NullMarked
package io.reconciled.schedule;

import org.jspecify.annotations.NullMarked;
