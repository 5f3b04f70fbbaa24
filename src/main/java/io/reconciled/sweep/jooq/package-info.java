/** Sweeps on record in the state database. */
@NullMarked
package io.reconciled.sweep.jooq;

import org.jspecify.annotations.NullMarked;
