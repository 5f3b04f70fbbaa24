/**
 * Starts and stops the daemon: wiring, clock, health and the command line. Nothing else in the
 * project uses this package.
 */
@NullMarked
package io.reconciled.app;

import org.jspecify.annotations.NullMarked;
