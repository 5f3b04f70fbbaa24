/**
 * How the stages reach the daemon's own database: one transaction per call, every failure told as
 * {@link io.reconciled.model.StateUnavailable}, and the few columns that several stages write
 * alike. The tables themselves belong to the stages.
 */
@NullMarked
package io.reconciled.state.jooq;

import org.jspecify.annotations.NullMarked;
