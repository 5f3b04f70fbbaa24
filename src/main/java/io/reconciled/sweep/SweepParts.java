package io.reconciled.sweep;

import io.reconciled.discrepancy.Discrepancies;
import io.reconciled.due.DueQueue;
import io.reconciled.store.AnswerLookups;
import io.reconciled.sweep.segment.Segments;
import java.time.InstantSource;

/**
 * What a sweep of an entity works with.
 *
 * @param segments of the entity: what was read to its end is told them
 */
public record SweepParts(
    SweepReading reading,
    AnswerLookups answerLookups,
    DueQueue due,
    Discrepancies discrepancies,
    Segments segments,
    InstantSource clock) {}
