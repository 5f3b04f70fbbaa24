package io.reconciled.app;

/** Other rules have come into force. */
public record RulesReplaced() {}
