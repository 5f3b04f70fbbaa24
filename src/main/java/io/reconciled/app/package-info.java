/**
 * Puts the stages together and runs them: start-up and shutdown, the clock, the loops, and the
 * command line. Everything here is wiring; nothing here decides anything about data.
 */
@NullMarked
package io.reconciled.app;

import org.jspecify.annotations.NullMarked;
