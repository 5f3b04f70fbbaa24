/**
 * The only place that knows Debezium and Kafka Connect: runs its engine over one store's log, hands
 * over what it delivers as plain types, and acknowledges what has been released.
 */
@NullMarked
package io.reconciled.capture.debezium;

import org.jspecify.annotations.NullMarked;
