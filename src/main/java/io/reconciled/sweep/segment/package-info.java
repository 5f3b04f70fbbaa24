/**
 * How old what sweeps have read is, part by part of an entity's keys, and which parts a key has
 * moved in since. What is not known counts as moved.
 */
@NullMarked
package io.reconciled.sweep.segment;

import org.jspecify.annotations.NullMarked;
