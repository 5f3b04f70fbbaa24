/**
 * Decides whether the rows of an entity can be compared by digests that its stores compute: only
 * where equal digests leave no rule anything to say.
 */
@NullMarked
package io.reconciled.sweep.digest;

import org.jspecify.annotations.NullMarked;
