/**
 * Rows of statements that a MariaDB or MySQL server has prepared, encoded from the bytes that it
 * sends. What a field is encoded as is what the same value of the same column is when the driver
 * reads it; what has no short way is left to the driver.
 */
@NullMarked
package io.reconciled.store.sql.prepared;

import org.jspecify.annotations.NullMarked;
