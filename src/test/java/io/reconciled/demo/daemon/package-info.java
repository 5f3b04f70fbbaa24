/**
 * The daemon seen from outside: a process that is started and killed, a REST report that is read,
 * and a chat channel that it writes to. Nothing here uses the daemon's own classes.
 */
@NullMarked
package io.reconciled.demo.daemon;

import org.jspecify.annotations.NullMarked;
