/**
 * Looks at what several databases hold and drafts a rules file for what they seem to share. It
 * claims nothing: each line says what it rests on, and a person corrects it. Reads samples through
 * the stores, never writes, and decides by agreement of values; names only break ties.
 */
@NullMarked
package io.reconciled.suggest;

import org.jspecify.annotations.NullMarked;
