/**
 * Expressions of rules files, in CEL. The language is parsed and type-checked by its library; the
 * checked tree is then compiled into nodes of our own, which compute on canonical values: numbers
 * are exact, every evaluation has a bounded number of steps, and what cannot be decided is answered
 * with a reason instead of an exception.
 */
@NullMarked
package io.reconciled.rules.cel;

import org.jspecify.annotations.NullMarked;
