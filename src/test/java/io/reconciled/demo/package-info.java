/**
 * The demonstration, {@code make demo}: three real databases, a small model of the services that
 * own them, and the daemon as a process of its own, which finds what the services lose. Start
 * reading at {@link io.reconciled.demo.Demo}.
 */
@NullMarked
package io.reconciled.demo;

import org.jspecify.annotations.NullMarked;
