/**
 * Which keys to look at, and when. One entry per key, however often it moved; a new change restarts
 * its clock. A position of a store's log is released only over an unbroken prefix of finished keys,
 * so that a crash replays exactly what was not finished.
 */
@NullMarked
package io.reconciled.due;

import org.jspecify.annotations.NullMarked;
