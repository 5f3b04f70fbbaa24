package io.reconciled.discrepancy;

import io.reconciled.compare.Finding;
import io.reconciled.model.RuleName;
import io.reconciled.model.UnverifiedReason;
import java.time.Instant;
import java.util.Optional;

/** What is on record of one key under one rule, and not closed. */
public record Standing(
    RuleName rule,
    Optional<Finding> confirmed,
    Optional<Instant> suspectedSince,
    Optional<UnverifiedReason> unverified) {}
