/**
 * A kind of store that is nothing but memory, under the same contract as the real ones: tables that
 * a test changes, a log that a capture delivers as late as it is told to, and a server that can be
 * down, slow, or break off what it streams.
 */
@NullMarked
package io.reconciled.simulated;

import org.jspecify.annotations.NullMarked;
