/** What capture remembers of stores, in the state database. */
@NullMarked
package io.reconciled.capture.jooq;

import org.jspecify.annotations.NullMarked;
