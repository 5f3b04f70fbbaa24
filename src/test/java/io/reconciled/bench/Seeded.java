package io.reconciled.bench;

import java.util.Set;

/**
 * Tables with differences in them.
 *
 * @param differing the keys that a sweep has to find, as text, and no others
 */
public record Seeded(Tables tables, Set<String> differing) {}
