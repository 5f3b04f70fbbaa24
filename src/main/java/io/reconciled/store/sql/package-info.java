/**
 * SQL databases behind the store boundary, through jOOQ. What differs between them is what a {@link
 * io.reconciled.store.sql.Dialect} answers, and nothing else asks which database it is. Rows are
 * decoded by column type into canonical values; a database's own equality only narrows a search,
 * what is equal is decided here.
 */
@NullMarked
package io.reconciled.store.sql;

import org.jspecify.annotations.NullMarked;
