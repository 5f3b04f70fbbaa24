/**
 * Faults made to happen on real servers: logs lost, lines cut, processes killed, tables replaced.
 * Each test names what the report must say meanwhile, and that afterwards nothing is missed and
 * nothing is false. Those tagged {@code long} take many minutes, and run with {@code make
 * test-faults} alone.
 */
@NullMarked
package io.reconciled.faults;

import org.jspecify.annotations.NullMarked;
