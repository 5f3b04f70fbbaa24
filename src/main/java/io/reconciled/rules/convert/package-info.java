/**
 * Conversions: what a mapping says a stored value means, where its type alone does not tell
 * (sixteen bytes that are a UUID, a time without zone, a number that is a truth). Pure functions of
 * a value.
 */
@NullMarked
package io.reconciled.rules.convert;

import org.jspecify.annotations.NullMarked;
