/**
 * Change events become "this key moved, at this position". One engine per store, restarted for as
 * long as the daemon runs; an event is a hint, so none is ever trusted for its values. A position
 * is only acknowledged behind finished keys, so that a crash replays what was not finished.
 */
@NullMarked
package io.reconciled.capture;

import org.jspecify.annotations.NullMarked;
