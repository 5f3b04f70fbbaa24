package io.reconciled.store;

/**
 * What every kind of store does, theme by theme up the line of its parents. A subclass says how to
 * start a server, and nothing else.
 */
public abstract class StoreContract extends OrderingContract {}
