/** Start-up, shutdown, and the wiring of all stages; nobody uses this package. */
@NullMarked
package io.reconciled.app;

import org.jspecify.annotations.NullMarked;
