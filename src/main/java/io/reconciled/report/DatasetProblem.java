package io.reconciled.report;

import java.util.Optional;

/**
 * Rows that cannot be compared because of what they are.
 *
 * @param dataset empty where the record does not say which one of several it is
 * @param what {@code null key}, {@code several rows carry the key}, ...
 * @param count rows for those without a usable key, keys for those with several rows
 */
public record DatasetProblem(Optional<String> dataset, String what, long count) {}
