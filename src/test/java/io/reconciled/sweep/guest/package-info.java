/** Tests of how sweeps behave in stores, on a clock that only tests move. */
@NullMarked
package io.reconciled.sweep.guest;

import org.jspecify.annotations.NullMarked;
