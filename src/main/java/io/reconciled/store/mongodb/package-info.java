/**
 * MongoDB behind the store boundary, through its Java driver. Fields are found by dotted paths; a
 * field that a document lacks is absent, which is not null. Reads are of what a majority of the
 * replica set has, from its primary, so that they see what the head of the log covers.
 */
@NullMarked
package io.reconciled.store.mongodb;

import org.jspecify.annotations.NullMarked;
