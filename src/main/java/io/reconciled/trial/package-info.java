/**
 * Tries rules on a sample of keys, without a daemon and without a trace: reads images, compares,
 * looks again after the grace window at what disagrees, and counts. What it says holds for the
 * sample, not for the keys that were not drawn.
 */
@NullMarked
package io.reconciled.trial;

import org.jspecify.annotations.NullMarked;
