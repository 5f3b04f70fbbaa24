/**
 * Named normalisations: how a rule wants values changed before they are compared. Each is a pure
 * function of a value, total and idempotent; a value of a kind that it does not speak of stays as
 * it is. The only place that knows the telephone number library.
 */
@NullMarked
package io.reconciled.rules.normalise;

import org.jspecify.annotations.NullMarked;
