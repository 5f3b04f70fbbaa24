/**
 * Pure comparison: a rule and the readings of one key in, a verdict out. No clock, no input or
 * output, no framework; the same inputs always give the same verdict.
 */
@NullMarked
package io.reconciled.compare;

import org.jspecify.annotations.NullMarked;
