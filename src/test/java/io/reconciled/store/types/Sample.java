package io.reconciled.store.types;

/**
 * One literal in one column of one store.
 *
 * @param type the column's type as the store spells it
 * @param literal as the store's own client is given it
 */
record Sample(String store, String type, String literal, Meaning meaning) {}
