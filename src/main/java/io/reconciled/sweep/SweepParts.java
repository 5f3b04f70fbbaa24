package io.reconciled.sweep;

import io.reconciled.discrepancy.Discrepancies;
import io.reconciled.due.DueQueue;
import io.reconciled.store.AnswerLookups;
import java.time.InstantSource;

/** What a sweep of an entity works with. */
public record SweepParts(
    SweepReading reading,
    AnswerLookups answerLookups,
    DueQueue due,
    Discrepancies discrepancies,
    InstantSource clock) {}
