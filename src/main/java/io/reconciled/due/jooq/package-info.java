/** Due keys in the state database. */
@NullMarked
package io.reconciled.due.jooq;

import org.jspecify.annotations.NullMarked;
