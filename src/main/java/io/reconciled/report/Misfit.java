package io.reconciled.report;

import io.reconciled.model.Dataset;
import java.time.Instant;

/**
 * A dataset of which something that it maps is not there, so that it is not read.
 *
 * @param since when that was first seen
 * @param detail what is there instead, and the line of the file that maps it
 */
public record Misfit(Dataset dataset, Instant since, String detail) {}
