/**
 * Logs that were lost while nobody read them, and statements that take all rows at once: what was
 * not told must be found by a sweep, and until then nothing may count as verified.
 */
@NullMarked
package io.reconciled.faults.logs;

import org.jspecify.annotations.NullMarked;
