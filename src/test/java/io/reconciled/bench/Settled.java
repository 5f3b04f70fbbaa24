package io.reconciled.bench;

import java.util.Set;

/**
 * What a client process saw that swept beside writes, as often as fits into its time, and then
 * looked again until all was settled. Times in milliseconds since 1970.
 *
 * @param sweeps how many
 * @param suspects keys that some sweep handed to due
 * @param confirmed keys of discrepancies that are confirmed in the end
 */
record Settled(
    long sweepingFrom,
    long sweepingTo,
    int sweeps,
    long incomplete,
    Set<String> suspects,
    Set<String> confirmed) {}
