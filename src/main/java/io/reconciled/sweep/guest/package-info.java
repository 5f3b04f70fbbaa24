/**
 * How sweeps behave in the stores that they read: not faster than a store allows, over no more
 * connections, and not at all while it is busy, while it is paused, or while looks that follow
 * changes have to wait. Nothing here keeps a store's connection while it waits.
 */
@NullMarked
package io.reconciled.sweep.guest;

import org.jspecify.annotations.NullMarked;
