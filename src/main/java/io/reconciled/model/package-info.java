/**
 * The words every stage shares: keys, images, values, positions, and the root of all errors. Plain
 * Java; depends on nothing of ours and on no framework.
 */
@NullMarked
package io.reconciled.model;

import org.jspecify.annotations.NullMarked;
