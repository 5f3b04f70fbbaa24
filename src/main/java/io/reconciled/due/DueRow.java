package io.reconciled.due;

import io.reconciled.model.SharedKey;
import java.time.Instant;

/**
 * A key whose look must survive a crash by the table's strength, not the log's.
 *
 * @param quietSince its last known move, or when the look was asked for
 */
public record DueRow(SharedKey key, Instant lookAt, Instant quietSince) {}
