package io.reconciled.model;

/**
 * A dataset that could not be looked at.
 *
 * @param detail one line for the operator: which store, what happened; without values
 */
public record Unread(UnverifiedReason reason, String detail) implements Reading {}
