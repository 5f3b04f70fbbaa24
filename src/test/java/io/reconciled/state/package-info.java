/** State databases that tests open. */
@NullMarked
package io.reconciled.state;

import org.jspecify.annotations.NullMarked;
