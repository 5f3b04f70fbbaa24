/**
 * The reconciliation report: what holds, what is broken, and what nobody could verify, composed
 * from the record at the moment of asking. Pure records and the classes that compose and word them;
 * REST, the page and metrics show the same records.
 */
@NullMarked
package io.reconciled.report;

import org.jspecify.annotations.NullMarked;
