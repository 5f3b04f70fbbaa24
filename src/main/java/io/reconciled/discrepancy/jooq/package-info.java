/**
 * Discrepancies, their history and their incidents in the state database. Counts of an incident are
 * derived from its discrepancies, never kept beside them, so that a replay cannot falsify them.
 */
@NullMarked
package io.reconciled.discrepancy.jooq;

import org.jspecify.annotations.NullMarked;
