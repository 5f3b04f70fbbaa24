/**
 * Keys, values and rows as bytes, so that millions of rows can be merged and compared without an
 * object for each. The encodings are injective: equal bytes are equal keys and equal values, and
 * unequal bytes are unequal ones; a difference is always told by what the bytes decode to.
 */
@NullMarked
package io.reconciled.model.encoded;

import org.jspecify.annotations.NullMarked;
