/**
 * Says once what is worth saying: one message when an incident opens and one when it is over, to
 * every sink. What was told is on record, so a crash or a sink that is down loses nothing; at worst
 * a message is sent again, and says that it may be a repetition.
 */
@NullMarked
package io.reconciled.alert;

import org.jspecify.annotations.NullMarked;
