/**
 * Looks at due keys: reads them live from all their stores, compares, and carries each key through
 * its life until a disagreement is confirmed, has converged, or cannot be verified.
 */
@NullMarked
package io.reconciled.recheck;

import org.jspecify.annotations.NullMarked;
