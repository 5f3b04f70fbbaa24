package io.reconciled.sweep;

import io.reconciled.discrepancy.Discrepancies;
import io.reconciled.due.DueQueue;
import io.reconciled.store.AnswerLookups;
import io.reconciled.store.Stores;
import io.reconciled.sweep.guest.Manners;
import io.reconciled.sweep.guest.Ticks;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * What a sweep of an entity works with.
 *
 * @param stores as sweeps read them
 * @param manners how sweeps are to behave in them
 * @param readers runs one task per stream; tasks block on the network
 * @param ticks let time pass while a store is away
 */
public record SweepParts(
    Stores stores,
    Manners manners,
    AnswerLookups answerLookups,
    DueQueue due,
    Discrepancies discrepancies,
    Executor readers,
    Ticks ticks,
    InstantSource clock) {}
