/**
 * Lines that are cut, go silent or lead elsewhere, and servers that are killed or replaced, between
 * a daemon and three real stores in which writes get lost on purpose.
 */
@NullMarked
package io.reconciled.faults.lines;

import org.jspecify.annotations.NullMarked;
