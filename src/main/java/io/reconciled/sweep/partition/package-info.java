/**
 * Datasets whose stores do not agree on an order, joined all the same: each is read in its store's
 * own order, its rows go to a local file by a hash of their keys, and one part of every dataset at
 * a time is put in the order of shared keys in memory. Memory depends on neither the number of rows
 * nor how the keys are spread; disk has a limit, and reaching it is told by name.
 */
@NullMarked
package io.reconciled.sweep.partition;

import org.jspecify.annotations.NullMarked;
