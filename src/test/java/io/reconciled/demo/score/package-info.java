/**
 * What the daemon should find, what it says it found, and how the two compare. The truth comes from
 * the model of services alone; the daemon has no access to it.
 */
@NullMarked
package io.reconciled.demo.score;

import org.jspecify.annotations.NullMarked;
