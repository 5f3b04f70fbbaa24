/**
 * Reads all keys of an entity from all its stores as sorted streams, merges them in one pass, and
 * hands what differs to due as suspects. A sweep never gives a verdict of its own.
 */
@NullMarked
package io.reconciled.sweep;

import org.jspecify.annotations.NullMarked;
