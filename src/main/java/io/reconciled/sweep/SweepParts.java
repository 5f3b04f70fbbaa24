package io.reconciled.sweep;

import io.reconciled.discrepancy.Discrepancies;
import io.reconciled.due.DueQueue;
import io.reconciled.store.AnswerLookups;
import io.reconciled.store.Stores;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * What a sweep of an entity works with.
 *
 * @param readers runs one task per stream; tasks block on the network
 * @param hold waits, while a store is away
 */
public record SweepParts(
    Stores stores,
    AnswerLookups answerLookups,
    DueQueue due,
    Discrepancies discrepancies,
    Executor readers,
    Hold hold,
    InstantSource clock) {}
