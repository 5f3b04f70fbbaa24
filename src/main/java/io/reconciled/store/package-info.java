/**
 * The boundary to other people's databases. A {@link io.reconciled.store.StoreKind} says what a
 * kind of database can do; a {@link io.reconciled.store.Store} reads, scans and conditionally
 * writes one of them, in plain types. Every failure of a driver leaves here as StoreUnavailable
 * (try again) or StoreMisconfigured (stop and say).
 */
@NullMarked
package io.reconciled.store;

import org.jspecify.annotations.NullMarked;
