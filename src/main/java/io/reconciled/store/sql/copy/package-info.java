/**
 * The rows of PostgreSQL's binary COPY, encoded from the bytes that the server sends. What a field
 * is encoded as is what the same value of the same column is when it is read in any other way. Rows
 * end where the server says that they end, and nowhere else.
 */
@NullMarked
package io.reconciled.store.sql.copy;

import org.jspecify.annotations.NullMarked;
