/**
 * The whole flow under one seeded scheduler: simulated stores and services, captures that are late,
 * a state database that fails, a daemon that is killed; and a judge who knows all that ever
 * happened. {@code make simulate} runs many seeds, and each runs the same way every time.
 */
@NullMarked
package io.reconciled.simulation;

import org.jspecify.annotations.NullMarked;
