package io.reconciled.report;

import java.time.Instant;
import java.util.Optional;

/**
 * Which rules are in force.
 *
 * @param since when they were read from their files
 * @param refused what became of the files as they are now, where they are not in force
 */
public record RulesState(Instant since, Optional<RefusedFiles> refused) {}
